/** Where the stores of a project on AWS are: names in the environment of its functions, which `template.yaml` fills in. */

/**
 * `TABLE` and `BUCKET` are names. `QUEUE_URL` is where `context.queue` sends, `DEAD_URL` where what is given up goes, and
 * `EVENTS_URL` the queue that the function itself is fed from.
 */
export type PlaceName =
  | 'FUNCTIELAB_TABLE'
  | 'FUNCTIELAB_BUCKET'
  | 'FUNCTIELAB_QUEUE_URL'
  | 'FUNCTIELAB_DEAD_URL'
  | 'FUNCTIELAB_EVENTS_URL';

/** @throws Error, in Dutch, when the environment does not say it */
export type PlaceOf = (name: PlaceName) => string;

export function placesIn(env: Readonly<Record<string, string | undefined>>): PlaceOf {
  return (name) => {
    const place = env[name];
    if (place === undefined) throw new Error(`${name} ontbreekt in de omgeving van deze functie.`);
    return place;
  };
}
