/** A link in a field of its own, and a button that copies it: whoever may not copy gets it selected. */
import { useRef } from 'preact/hooks';

interface Props {
  readonly link: string;
  /** Its label. */
  readonly name?: string;
  /** What came of copying: a Dutch sentence. */
  readonly onSaid: (sentence: string) => void;
}

export function LinkToShare({ link, name = 'Link', onSaid }: Props) {
  const field = useRef<HTMLInputElement>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      onSaid('De link is gekopieerd.');
    } catch {
      field.current?.select();
      onSaid(
        'Kopiëren lukt hier niet, maar de link is geselecteerd: kopieer hem zelf, met Ctrl+C of met het menu.',
      );
    }
  }

  return (
    <>
      <label class="share__link">
        {name}
        <input ref={field} readOnly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
      </label>
      <button type="button" class="primary" onClick={() => void copy()}>
        Kopieer link
      </button>
    </>
  );
}
