/** What is chosen, in its order, with the variant or the week that each is for. */
import { count } from '../../kit/numbers.ts';
import type { Maker } from './maker-model.ts';

const VARIANTS = ['A en B', 'alleen A', 'alleen B'];

export function SetOrder({ maker }: { readonly maker: Maker }) {
  const { chosen, form, weeks } = maker.draft.value;
  const parts =
    form === 'variants'
      ? VARIANTS.map((words, part) => [part, words] as const)
      : Array.from({ length: weeks }, (_, at) => [at + 1, `week ${at + 1}`] as const);
  return (
    <>
      <h3>
        De reeks: {count(chosen.length, 'oefening', 'oefeningen')}, samen {maker.minutes.value} minuten
      </h3>
      <ol class="set-maker__order">
        {chosen.map(({ name, part }, at) => {
          const facts = maker.factsOf(name);
          const title = facts?.title;
          return (
            <li key={name}>
              <span class="set-maker__number" aria-hidden="true">
                {at + 1}.
              </span>
              <span>
                {title ?? `${name} (kent deze cursus niet)`} {facts && <small>{facts.lesson}</small>}
              </span>
              {form !== 'one' && (
                <select
                  aria-label={`${title}: voor wie of wanneer`}
                  value={part}
                  onChange={({ currentTarget }) => maker.setPart(name, Number(currentTarget.value))}
                >
                  {parts.map(([value, words]) => (
                    <option key={value} value={value}>
                      {words}
                    </option>
                  ))}
                </select>
              )}
              <button
                type="button"
                class="quiet"
                disabled={at === 0}
                aria-label={`Zet ${title} eerder`}
                onClick={() => maker.move(at, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="quiet"
                disabled={at === chosen.length - 1}
                aria-label={`Zet ${title} later`}
                onClick={() => maker.move(at, 1)}
              >
                ↓
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={`Haal ${title ?? name} weg`}
                onClick={() => maker.choose(name, false)}
              >
                ×
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
