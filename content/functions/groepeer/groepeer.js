import { groupBy } from 'lodash-es';
import bestellingen from './bestellingen.json' with { type: 'json' };

export default function groepeer() {
  const perStad = groupBy(bestellingen, 'stad');
  return Response.json(perStad);
}
