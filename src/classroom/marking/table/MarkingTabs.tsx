/** The tabs of a marking. */
import { useRef } from 'preact/hooks';

interface TabsProps {
  readonly names: readonly string[];
  readonly current: string;
  readonly onPick: (name: string) => void;
}

export function MarkingTabs({ names, current, onPick }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={list}
      class="marking__tabs"
      role="tablist"
      aria-label="Wat wil je zien?"
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step === 0) return;
        const next = (names.indexOf(current) + step + names.length) % names.length;
        onPick(names[next] ?? current);
        (list.current?.children[next] as HTMLElement | undefined)?.focus();
      }}
    >
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === current}
          tabIndex={name === current ? 0 : -1}
          onClick={() => onPick(name)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
