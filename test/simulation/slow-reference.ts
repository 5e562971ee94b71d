/**
 * The model once more, as slowly and plainly as it can be told: all instances in one list that is searched through for each
 * event. It shares the draws with the simulation, and nothing else.
 */
import { arrivals, type Scenario, sampler, stream } from '../../src/simulation/index.ts';

interface Instance {
  readonly createdUs: number;
  readyUs: number;
  readonly doneUs: number[];
  /** When it last came free; null while it works. */
  idleSinceUs: number | null;
}

export interface Counts {
  readonly total: number;
  readonly cold: number;
  readonly warm: number;
  readonly rejected: number;
  readonly ended: number;
  readonly instancesLeft: number;
  readonly endedAtMs: number;
  readonly instances: number;
  readonly idle: number;
}

/** By which of those with a free place is chosen: the one for which this is largest. */
const PREFERENCES = {
  'newest-created': ({ createdUs }: Instance) => createdUs,
  'oldest-created': ({ createdUs }: Instance) => -createdUs,
  'most-recent': ({ idleSinceUs }: Instance) => idleSinceUs ?? Number.NaN,
  'least-recent': ({ idleSinceUs }: Instance) => -(idleSinceUs ?? Number.NaN),
};

const usOf = (ms: number) => Math.round(ms * 1000);

/** @param scenario not `random`; by use only with one call an instance, and cold durations then are of the whole call */
export function countSlowly(scenario: Scenario): Counts {
  const { seed, perInstance, concurrencyLimit, routing } = scenario;
  if (routing === 'random') throw new Error('no random routing here');
  const preference = PREFERENCES[routing];
  const next = arrivals(scenario.arrivals, stream(seed));
  const drawWarm = sampler(scenario.warmMs, stream(seed + 1));
  const drawCold = sampler(scenario.coldMs, stream(seed + 2));
  const idleTimeoutUs = usOf(scenario.idleTimeoutMs);
  const instances: Instance[] = [];
  let [total, cold, warm, rejected, ended, nowUs, instanceUs, idleUs] = [0, 0, 0, 0, 0, 0, 0, 0];
  let arrivalUs = usOf(next());

  /** The next thing that an instance does by itself: it is ready, a call in it is done, or it goes. */
  const nextOf = ({ readyUs, doneUs, idleSinceUs }: Instance) => {
    if (idleSinceUs !== null) return idleSinceUs + idleTimeoutUs;
    return readyUs > nowUs && perInstance > 1 ? readyUs : Math.min(...doneUs);
  };

  while (nowUs < usOf(scenario.untilMs)) {
    const first = instances.reduce<Instance | null>(
      (a, b) => (a === null || nextOf(b) < nextOf(a) ? b : a),
      null,
    );
    const ownUs = first === null ? Number.POSITIVE_INFINITY : nextOf(first);
    const atUs = Math.min(ownUs, arrivalUs);
    instanceUs += (atUs - nowUs) * instances.length;
    idleUs += (atUs - nowUs) * instances.filter(({ idleSinceUs }) => idleSinceUs !== null).length;
    nowUs = atUs;
    if (first !== null && ownUs <= arrivalUs) {
      if (first.idleSinceUs !== null) {
        instances.splice(instances.indexOf(first), 1);
        ended += 1;
      } else if (first.doneUs.includes(nowUs)) {
        first.doneUs.splice(first.doneUs.indexOf(nowUs), 1);
        if (first.doneUs.length === 0) first.idleSinceUs = nowUs;
      }
      continue;
    }
    total += 1;
    arrivalUs = usOf(next());
    const open = instances.reduce((sum, { doneUs }) => sum + doneUs.length, 0);
    const withPlace = instances.filter(({ doneUs }) => doneUs.length < perInstance);
    if (open >= concurrencyLimit) {
      rejected += 1;
    } else if (withPlace.length === 0) {
      cold += 1;
      const coldUs = usOf(drawCold());
      const isStartAlone = perInstance > 1;
      const doneUs = nowUs + coldUs + (isStartAlone ? usOf(drawWarm()) : 0);
      const readyUs = isStartAlone ? nowUs + coldUs : nowUs;
      instances.push({ createdUs: nowUs, readyUs, doneUs: [doneUs], idleSinceUs: null });
    } else {
      warm += 1;
      const chosen = withPlace.reduce((a, b) => (preference(b) > preference(a) ? b : a));
      chosen.doneUs.push(Math.max(nowUs, chosen.readyUs) + usOf(drawWarm()));
      chosen.idleSinceUs = null;
    }
  }
  return {
    total,
    cold,
    warm,
    rejected,
    ended,
    instancesLeft: instances.length,
    endedAtMs: nowUs / 1000,
    instances: instanceUs / nowUs,
    idle: idleUs / nowUs,
  };
}
