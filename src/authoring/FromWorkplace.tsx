/** Code of a workplace that this device keeps, as start code or as the solution. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { PROJECT_FILE, readProject } from '../project/index.ts';
import { KeptWorkplacesModel } from '../workshop/kept/kept-workplaces.ts';
import { browserSurroundings } from '../workshop/surroundings.ts';
import type { Maker } from './authoring-model.ts';
import { SelectField } from './form-parts.tsx';
import type { Draft } from './new-draft.ts';

interface Props {
  readonly maker: Maker;
  readonly draft: Draft;
}

export function FromWorkplace({ maker, draft }: Props) {
  const kept = useMemo(() => new KeptWorkplacesModel(browserSurroundings), []);
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => void kept.open(), []);
  const rows = kept.rows.value;
  if (rows.length === 0) return null;
  const id = chosen || (rows[0]?.id ?? '');

  async function take(as: 'start' | 'solution'): Promise<void> {
    const all = await kept.read(id);
    const manifest = all?.find(({ path }) => path === PROJECT_FILE);
    const read = readProject(manifest?.text ?? '');
    if (all === null || 'problems' in read) {
      setSaid('Deze werkplaats is niet te lezen. Open die eerst in de werkplaats, en los op wat daar staat.');
      return;
    }
    const files = all.filter(({ path }) => path !== PROJECT_FILE);
    setSaid('');
    if (as === 'solution') {
      const missing = files.filter(({ path }) => !draft.files.some((file) => file.path === path));
      const start = [...draft.files, ...missing.map(({ path }) => ({ path, text: '' }))];
      maker.changeWithUndo({ files: start, solution: files }, 'De oplossing komt uit je werkplaats.', true);
      return;
    }
    const solution = files.map((file) => draft.solution.find(({ path }) => path === file.path) ?? file);
    const title = draft.title || read.project.title;
    maker.changeWithUndo(
      { files, project: read.project, solution, given: [], title },
      'De startcode komt uit je werkplaats.',
      true,
    );
  }

  return (
    <div class="maker__row" role="group" aria-label="Uit een werkplaats">
      <SelectField
        label="Of uit een werkplaats"
        value={id}
        options={Object.fromEntries(rows.map((row) => [row.id, row.name]))}
        onChange={setChosen}
      />
      <button type="button" class="quiet" onClick={() => void take('start')}>
        Neem over als startcode
      </button>
      <button type="button" class="quiet" onClick={() => void take('solution')}>
        Neem over als oplossing
      </button>
      {said !== '' && <p role="alert">{said}</p>}
    </div>
  );
}
