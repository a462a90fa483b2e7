/** Imports point one way: web, server → model; app → features → map, api, state, i18n, ui → model. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'model-stands-alone',
      comment: 'What web and server both say may not know either, nor do I/O.',
      severity: 'error',
      from: { path: '^model/src' },
      to: { path: '^(web|server|data|scripts)/' },
    },
    {
      name: 'web-never-loads-schema-values',
      comment: 'The web bundle carries no schema library: only types come from the schema.',
      severity: 'error',
      from: { path: '^web/src' },
      to: { path: '^model/src/schema', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-knows-only-model',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|data|scripts)/' },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(web|scripts)/' },
    },
    {
      name: 'data-knows-only-model',
      severity: 'error',
      from: { path: '^data/' },
      to: { path: '^(web|server|scripts)/' },
    },
    {
      name: 'a-feature-never-imports-a-feature',
      comment: 'What two features need moves down; what joins two is composed in app/.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/([^/]+)/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'features-never-import-the-app',
      severity: 'error',
      from: { path: '^web/src/(features|map|api|state|i18n|ui)/' },
      to: { path: '^web/src/app/' },
    },
    {
      name: 'foundations-never-import-features',
      severity: 'error',
      from: { path: '^web/src/(map|api|state|i18n|ui)/' },
      to: { path: '^web/src/features/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?|virtual:|^(geojson|topojson-specification)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|node_modules)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
