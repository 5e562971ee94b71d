/** The parts of this folder as a page has them: each is fetched when it is seen. */
import type { ComponentChildren } from 'preact';
import type { MonthState } from '../course/month-address.ts';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { MeasuredStart } from './cold-starts/cold-start-model.ts';
import { hasSheetFailed, isSheetWanted } from './month/sheet.ts';

interface MonthProps {
  readonly start?: Partial<MonthState>;
  readonly isInAddress?: boolean;
  /** What stands in its place until it is there. */
  readonly children?: ComponentChildren;
}

export function MonthPart({ children, ...props }: MonthProps) {
  const load = () =>
    import('./month/MonthCalculator.tsx')
      .then(({ prepareMonth }) => prepareMonth(props))
      .catch((error) => {
        // So that the next press asks for it again.
        isSheetWanted.value = false;
        hasSheetFailed.value = true;
        throw error;
      });
  return (
    <WhenSeen load={load} props={props} name="Het rekenblad" isWanted={isSheetWanted}>
      {children}
    </WhenSeen>
  );
}

export function MemoryChoicePart(props: { readonly functionName: string }) {
  const load = () => import('./memory/PriceByMemory.tsx').then(({ MemoryChoice }) => MemoryChoice);
  return <WhenSeen load={load} props={props} name="De grafiek" />;
}

interface ColdStartsProps {
  readonly starts: readonly MeasuredStart[];
  readonly measured: string;
  readonly source: string;
}

export function ColdStartsPart(props: ColdStartsProps) {
  const load = () => import('./cold-starts/ColdStartBars.tsx').then(({ ColdStartBars }) => ColdStartBars);
  return <WhenSeen load={load} props={props} name="De koude starts" />;
}
