/** Start code and solution, side by side or one under the other: typed here, or taken over from a workplace of this device. */
import { effect } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { OwnFile } from '../exercises/own/index.ts';
import { CodePanel } from '../playground/code/CodePanel.tsx';
import { EditsModel } from '../playground/code/edits.ts';
import { helpOfProgram } from '../playground/help-for-code.ts';
import type { Maker } from './authoring-model.ts';
import { FromWorkplace } from './FromWorkplace.tsx';
import { SelectField } from './form-parts.tsx';
import { type Draft, type Setting, settingOf, settingWords, withGrants, withSetting } from './new-draft.ts';

interface Props {
  readonly maker: Maker;
  readonly draft: Draft;
}

export function CodePart({ maker, draft }: Props) {
  const isOneFunction = Object.keys(draft.project.functions).length === 1;
  const setSetting = (setting: Setting) => {
    const { files, project, solution } = withSetting(draft, setting);
    maker.changeWithUndo({ files, given: [], project, solution }, 'De code begint opnieuw.', true);
  };
  const changeCode = (changed: Partial<Pick<Draft, 'files' | 'solution'>>) => {
    const { files, solution, project } = { ...maker.open.peek(), ...changed } as Draft;
    maker.change({ ...changed, project: withGrants(project, [...files, ...solution]) });
  };
  const wholeSolution = draft.files.map(
    (file) => draft.solution.find(({ path }) => path === file.path) ?? file,
  );
  return (
    <>
      {isOneFunction && (
        <SelectField
          label="De functie begint door"
          value={settingOf(draft)}
          options={settingWords}
          onChange={setSetting}
        />
      )}
      <FromWorkplace maker={maker} draft={draft} />
      <div class="maker__codes">
        <section aria-label="Startcode">
          <h3>Startcode</h3>
          <p>Waar een student mee begint.</p>
          <Files
            key={`start ${maker.turn.value}`}
            name={`${draft.name}-start`}
            files={draft.files}
            onChange={(files) => changeCode({ files })}
          />
        </section>
        <section aria-label="Oplossing">
          <h3>Oplossing</h3>
          <p>
            Alleen voor jou: een student krijgt die niet.{' '}
            <button
              type="button"
              class="quiet"
              onClick={() =>
                maker.changeWithUndo({ solution: draft.files }, 'De startcode staat bij de oplossing.', true)
              }
            >
              Neem de startcode over
            </button>
          </p>
          <Files
            key={`solution ${maker.turn.value}`}
            name={`${draft.name}-oplossing`}
            files={wholeSolution}
            onChange={(solution) => changeCode({ solution })}
          />
        </section>
      </div>
    </>
  );
}

interface FilesProps {
  /** Of the editor; nothing is kept under it. */
  readonly name: string;
  /** As they are when this begins. */
  readonly files: readonly OwnFile[];
  readonly onChange: (files: readonly OwnFile[]) => void;
}

function Files({ name, files: begun, onChange }: FilesProps) {
  const [files] = useState(begun);
  const edits = useMemo(() => new EditsModel(name, files, [], true), []);
  useEffect(() => {
    let isFirst = true;
    return effect(() => {
      const texts = edits.ownTexts.value;
      if (!isFirst) onChange(files.map(({ path }) => ({ path, text: texts[path] ?? '' })));
      isFirst = false;
    });
  }, []);
  return <CodePanel files={files} edits={edits} slots={{}} isReady place={null} help={helpOfProgram} />;
}
