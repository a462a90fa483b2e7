/** The investment centre of each region, by its organisation’s id. */
export const REGION_AGENCIES = {
  'MA-01': 'cri-tanger-tetouan-al-hoceima',
  'MA-02': 'cri-oriental',
  'MA-03': 'cri-fes-meknes',
  'MA-04': 'cri-rabat-sale-kenitra',
  'MA-05': 'cri-beni-mellal-khenifra',
  'MA-06': 'cri-casablanca-settat',
  'MA-07': 'cri-marrakech-safi',
  'MA-08': 'cri-draa-tafilalet',
  'MA-09': 'cri-souss-massa',
  'MA-10': 'cri-guelmim-oued-noun',
  'MA-11': 'cri-laayoune-sakia-el-hamra',
  'MA-12': 'cri-dakhla-oued-ed-dahab',
} as const satisfies Readonly<Record<string, string>>

/** Answers what is no single region’s. */
export const NATIONAL_AGENCY = 'amdie'

/** The region of an agency; undefined for the national one, and for what is no agency. */
export const regionOfAgency = (organisationId: string): string | undefined =>
  Object.entries(REGION_AGENCIES).find(([, id]) => id === organisationId)?.[0]

/** The agency of a region; undefined when there is no such region. */
export const agencyOfRegion = (regionId: string): string | undefined =>
  Object.entries(REGION_AGENCIES).find(([id]) => id === regionId)?.[1]
