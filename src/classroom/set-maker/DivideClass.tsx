/** A class over variants A and B as the teacher wants it: a proposal in turns, to be changed by name. Nothing of it is kept. */
import { useState } from 'preact/hooks';

const VARIANTS = ['A', 'B'] as const;
const MOST_NAMES = 100;

export function DivideClass() {
  const [text, setText] = useState('');
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const names = [...new Set(text.split(/\r?\n/).map((line) => line.trim()))]
    .filter(Boolean)
    .slice(0, MOST_NAMES);
  const variantOf = (name: string, at: number) => VARIANTS[(at + (turned.has(name) ? 1 : 0)) % 2] ?? 'A';
  const list = names.map((name, at) => [name, variantOf(name, at)] as const);

  function turn(name: string): void {
    const next = new Set(turned);
    if (!next.delete(name)) next.add(name);
    setTurned(next);
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(list.map(([name, variant]) => `${name}\t${variant}`).join('\n'));
      setNote('De verdeling is gekopieerd: een naam en een letter per regel, ook voor een spreadsheet.');
    } catch {
      setNote('Kopiëren lukt hier niet. Neem de verdeling zelf over.');
    }
  }

  return (
    <details>
      <summary>Verdeel je klas over A en B</summary>
      <label>
        Namen, één per regel
        <textarea rows={6} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      {list.length > 0 && (
        <>
          <ul class="set-maker__divided">
            {list.map(([name, variant]) => (
              <li key={name}>
                {name}{' '}
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${name}: ${variant}`}
                  onClick={() => turn(name)}
                >
                  {variant}
                </button>
              </li>
            ))}
          </ul>
          <button type="button" class="quiet" onClick={() => void copy()}>
            Kopieer de verdeling
          </button>
        </>
      )}
      <p>
        <small>Om en om, en druk op een letter om iemand te wisselen. De namen worden nergens bewaard.</small>
      </p>
      <p role="status">{note}</p>
    </details>
  );
}
