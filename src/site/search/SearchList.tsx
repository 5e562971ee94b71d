/**
 * The field of the search dialog and what was found: lessons first, then exercises and other pages, and what is for a teacher
 * folded below. Fetched when the dialog first opens.
 */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly pagefind: Pagefind.Api;
}

/** What `shell/MarkdownContent.astro` says that a page is, in the order in which they are shown. */
const GROUPS = [
  ['les', 'Lessen'],
  ['oefening', 'Oefeningen'],
  ['pagina', 'Andere pagina’s'],
  ['docent', 'Voor docenten'],
] as const;

/** As many of a group are shown at first, and come with each press. */
const STEP = 5;
/** Places within a page. */
const PLACES = 3;

type Group = (typeof GROUPS)[number][0];
type Results = ReadonlyMap<Group, readonly Pagefind.Result[]>;

export function showSearch(place: Element, pagefind: Pagefind.Api): void {
  render(<SearchList pagefind={pagefind} />, place);
}

export function SearchList({ pagefind }: Props) {
  const [term, setTerm] = useState('');
  const [found, setFound] = useState<{ readonly term: string; readonly results: Results } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const newest = useRef('');
  useEffect(() => field.current?.focus(), []);

  async function search(text: string): Promise<void> {
    setTerm(text);
    const wanted = text.trim();
    newest.current = wanted;
    if (wanted === '') return setFound(null);
    const results = await Promise.all(
      GROUPS.map(async ([group]) => {
        const { results } = await pagefind.search(wanted, { filters: { soort: group } });
        return [group, results] as const;
      }),
    );
    // An answer to what has been changed since is nobody's.
    if (newest.current === wanted) setFound({ term: wanted, results: new Map(results) });
  }

  const count = found === null ? 0 : [...found.results.values()].reduce((sum, some) => sum + some.length, 0);
  return (
    <>
      <input
        ref={field}
        type="search"
        class="search-dialog__field"
        aria-label="Zoek in de cursus"
        placeholder="Zoek in de cursus"
        value={term}
        onInput={({ currentTarget }) => void search(currentTarget.value)}
      />
      <p class="search-dialog__note" role="status">
        {found && inWords(count, found.term)}
      </p>
      {found &&
        GROUPS.map(([group, title]) => {
          const results = found.results.get(group) ?? [];
          if (results.length === 0) return null;
          const list = <ResultList key={found.term} results={results} />;
          if (group !== 'docent')
            return (
              <section key={group}>
                <h3>{title}</h3>
                {list}
              </section>
            );
          return (
            <details key={group}>
              <summary>
                {title} ({results.length})
              </summary>
              {list}
            </details>
          );
        })}
    </>
  );
}

function inWords(count: number, term: string): string {
  if (count === 0) return `Niets gevonden voor “${term}”. Probeer een ander woord.`;
  return count === 1 ? `1 pagina met “${term}”` : `${count} pagina’s met “${term}”`;
}

function ResultList({ results }: { readonly results: readonly Pagefind.Result[] }) {
  const [most, setMost] = useState(STEP);
  const [pages, setPages] = useState<readonly Pagefind.Found[]>([]);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isWanted = true;
    setFailed(false);
    Promise.all(results.slice(0, most).map((result) => result.data())).then(
      (all) => isWanted && setPages(all),
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [results, most]);
  return (
    <>
      {hasFailed && <p role="alert">De gevonden pagina’s konden niet laden. Controleer je verbinding.</p>}
      <ul class="found">
        {pages.map((page) => (
          <Page key={page.url} page={page} />
        ))}
      </ul>
      {results.length > most && (
        <button type="button" class="quiet" onClick={() => setMost(most + STEP)}>
          Toon meer
        </button>
      )}
    </>
  );
}

function Page({ page: { url, meta, excerpt, sub_results } }: { readonly page: Pagefind.Found }) {
  // The page itself is among its places when it was found above its first heading, or in it.
  const places = sub_results
    .filter((place) => place.url !== url && place.title !== meta.title)
    .slice(0, PLACES);
  return (
    <li>
      <a href={url}>{meta.title ?? url}</a>
      {places.length === 0 ? (
        <p dangerouslySetInnerHTML={{ __html: excerpt }} />
      ) : (
        <ul>
          {places.map((place) => (
            <li key={place.url}>
              <a href={place.url}>{place.title}</a>
              <p dangerouslySetInnerHTML={{ __html: place.excerpt }} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
