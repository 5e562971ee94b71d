/** The whole page: what the tool says of the folder, and the laboratory for it. */
import { useEffect, useRef } from 'preact/hooks';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import { followTheme } from '../site/shell/theme.ts';
import { FolderNews } from './FolderNews.tsx';
import { FolderPlayground } from './FolderPlayground.tsx';
import type { ToolPageState } from './page-state.ts';
import type { PageWords } from './words.ts';

export function ToolPage({ state }: { readonly state: ToolPageState }) {
  const { folder, line } = state;
  const words = state.words.value;
  const greeting = folder.greeting.value;
  const shown = folder.shown.value;
  // Who has several folders open tells their tabs apart.
  useEffect(() => {
    if (greeting !== null) document.title = `${greeting.name} – Functielab`;
  }, [greeting]);
  return (
    <>
      <header class="site-header">
        <span class="wordmark">
          <span class="wordmark__mark" aria-hidden="true">
            ƒ
          </span>
          Functielab
        </span>
        <div class="site-header__tools">
          <Theme words={words} />
        </div>
      </header>
      <main>
        <div class="home">
          {/* The laboratory under it speaks Dutch, as the course does. */}
          <div lang={state.language.value}>
            <h1>{greeting?.name ?? 'Functielab'}</h1>
            {greeting !== null && <p class="lead">{words.lead(greeting.name)}</p>}
            {line.value !== 'live' && (
              <div class="notice" role={line.value === 'trying' ? 'status' : 'alert'}>
                <p>{words[line.value]}</p>
              </div>
            )}
            <FolderNews folder={folder} words={words} />
          </div>
          {shown !== null && <FolderPlayground state={state} shown={shown} />}
          {shown !== null && <Outside state={state} />}
        </div>
      </main>
    </>
  );
}

const loadPanel = () => import('./OutsidePanel.tsx').then(({ OutsidePanel }) => OutsidePanel);

function Outside({ state }: { readonly state: ToolPageState }) {
  const words = state.words.value;
  const hasCalls = state.outside.hasSomething.value;
  return (
    <>
      <div lang={state.language.value}>
        <h2>{words.outside}</h2>
        <p>{hasCalls ? words.outsideIs : words.outsideNone}</p>
      </div>
      {hasCalls && (
        <WhenSeen load={loadPanel} props={{ calls: state.outside }} name={words.outside} isForPrint />
      )}
    </>
  );
}

function Theme({ words }: { readonly words: PageWords }) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (select.current !== null) followTheme(select.current);
  }, []);
  return (
    <div class="theme-select">
      <select ref={select} aria-label={words.theme} autocomplete="off">
        {(['auto', 'light', 'dark'] as const).map((one) => (
          <option key={one} value={one}>
            {words.themes[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
