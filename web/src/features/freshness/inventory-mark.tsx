import { useQuery } from '@tanstack/react-query'
import { catalogueQuery } from '../../api/catalogue.ts'
import { inventoryProvenance } from '../../api/inventory-provenance.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'

/** The grade of every figure in a table of offices, once at its head. */
export function InventoryMark() {
  const { data: catalogue } = useQuery(catalogueQuery)
  return catalogue ? <GradeMark grade={inventoryProvenance(catalogue).grade} /> : null
}
