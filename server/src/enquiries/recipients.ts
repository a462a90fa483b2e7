import { type Grant, holds, type Language, NATIONAL_AGENCY, NOWHERE } from '@tvl/model'

/** Somebody who could be written to. */
export interface Colleague {
  id: string
  name: string
  email: string
  language: Language
  isDemo: boolean
  grants: readonly Grant[]
}

interface Owned {
  owner: string
  regions: readonly string[]
}

const ofOrganisation = (organisation: string, regionId: string | null) => (grant: Grant) =>
  grant.role === 'officer' && grant.organisationId === organisation && holds(grant.territory, { ...NOWHERE, regionId })

/** Officers who act for an organisation where the enquiry lies. */
const officersOf = (people: readonly Colleague[], organisation: string, regions: readonly string[]) =>
  people.filter(({ grants }) =>
    (regions.length > 0 ? regions : [null]).some((region) => grants.some(ofOrganisation(organisation, region))),
  )

/**
 * Who is told that an enquiry came: the officers of the organisation that answers and of those that are named. Where
 * the first has none, the region’s other officers; then whoever answers for the country; then its administrators. The
 * first that is not empty, so that nothing goes to nobody while anybody is there.
 */
export function tellFirst(
  people: readonly Colleague[],
  { owner, regions, named }: Owned & { named: readonly string[] },
) {
  const own = officersOf(people, owner, regions)
  const others = named.flatMap((one) => officersOf(people, one, regions))
  const regional = () =>
    people.filter(({ grants }) =>
      grants.some(
        ({ role, territory }) => role === 'officer' && territory.kind === 'region' && regions.includes(territory.id),
      ),
    )
  const first = own.length > 0 ? own : owner === NATIONAL_AGENCY ? national(people) : regional()
  const found = unique([...first, ...others])
  return found.length > 0 ? found : national(people)
}

/** Who is told that it is overdue: everybody of the organisation, and the country’s. */
export const tellLater = (people: readonly Colleague[], { owner, regions }: Owned): Colleague[] =>
  unique([...officersOf(people, owner, regions), ...national(people)])

/** Officers and administrators of the national agency; where it has none, the country’s administrators. */
function national(people: readonly Colleague[]): Colleague[] {
  const agency = people.filter(({ grants }) =>
    grants.some(
      ({ role, organisationId, territory }) =>
        organisationId === NATIONAL_AGENCY &&
        territory.kind === 'national' &&
        (role === 'officer' || role === 'administrator'),
    ),
  )
  if (agency.length > 0) return agency
  return people.filter(({ grants }) =>
    grants.some(({ role, territory }) => role === 'administrator' && territory.kind === 'national'),
  )
}

const unique = (people: readonly Colleague[]): Colleague[] => [...new Map(people.map((one) => [one.id, one])).values()]
