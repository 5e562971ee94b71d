/** Fills in what the solution answers, so that nobody has to type it over. */
import { useState } from 'preact/hooks';
import { isOwn, type OwnCheck, readOwn, recordingOf, wholeSolution } from '../../exercises/own/index.ts';
import type { Draft } from '../new-draft.ts';

interface Props {
  readonly draft: Draft;
  readonly check: OwnCheck;
  readonly onRecorded: (check: OwnCheck) => void;
}

export function RecordButton({ draft, check, onRecorded }: Props) {
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function record(): Promise<void> {
    setBusy(true);
    setSaid('De oplossing draait …');
    const told = await recorded(draft, check);
    setBusy(false);
    if (typeof told === 'string') setSaid(told);
    else {
      setSaid('Ingevuld. Haal weg wat een student zelf mag kiezen.');
      onRecorded(told);
    }
  }

  return (
    <p class="maker__add">
      <button type="button" class="quiet" aria-disabled={isBusy} onClick={() => !isBusy && void record()}>
        Vul in wat de oplossing doet
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}

/** What is still to be filled in of the rest does not stand in the way of running the steps of one check. */
const FILLED_IN = { title: 'x', task: 'x' };

async function recorded(draft: Draft, check: OwnCheck): Promise<OwnCheck | string> {
  const plain = { ...check, title: 'x', look: 'x', after: [] };
  const read = readOwn(JSON.parse(JSON.stringify({ ...draft, ...FILLED_IN, hints: [], checks: [plain] })));
  if (!isOwn(read)) return read.problems[0] ?? '';
  const { checkInBrowser } = await import('../../exercises/run/in-browser.ts');
  const { sample, recorded: done } = recordingOf(read, check);
  const [result] = await checkInBrowser(sample, wholeSolution(read) ?? []);
  const found = done();
  if (found !== null) return found;
  return `De oplossing kwam niet tot het einde. ${result?.problem?.received ?? ''}`;
}
