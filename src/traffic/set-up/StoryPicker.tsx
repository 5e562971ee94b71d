/** The stories to begin with: each is a month, with what to look at in it. */
import { useId } from 'preact/hooks';
import { findStory, stories } from '../stories.ts';
import type { TrafficModel } from '../traffic-model.ts';

export function StoryPicker({ model }: { readonly model: TrafficModel }) {
  const name = useId();
  const story = findStory(model.storyId.value);
  return (
    <fieldset>
      <legend>
        <b>Kies een verhaal</b>
      </legend>
      <div class="traffic__chips">
        {stories.map(({ id, title }) => (
          <label key={id} class="traffic__chip">
            <input
              type="radio"
              name={name}
              value={id}
              checked={id === model.storyId.value}
              onChange={() => model.chooseStory(id)}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
      {story !== undefined && (
        <p class="traffic__about" role="status">
          {story.about} <strong>{story.watch}</strong>
          {story.source !== undefined && (
            <>
              {' '}
              Bron: <a href={story.source.url}>{story.source.name}</a>.
            </>
          )}
        </p>
      )}
    </fieldset>
  );
}
