/** What may go with a hand-in besides code: three ticks, each off until a student puts it on. */
import { count } from '../../kit/numbers.ts';
import { type ClaimChoice, claimsOfDevice } from './claims-of-device.ts';

interface Props {
  /** Names of the exercises of the set. */
  readonly exercises: readonly string[];
  readonly chosen: ClaimChoice;
  readonly onChange: (chosen: ClaimChoice) => void;
}

export function ClaimTicks({ exercises, chosen, onChange }: Props) {
  const { predictions, traffic, twelve } = claimsOfDevice({ exercises });
  const calls = traffic.reduce((sum, one) => sum + one.calls.length, 0);
  return (
    <fieldset>
      <legend>Mag dit ook mee?</legend>
      <label>
        <input
          type="checkbox"
          checked={chosen.predictions}
          onChange={({ currentTarget }) => onChange({ ...chosen, predictions: currentTarget.checked })}
        />{' '}
        Mijn voorspellingen <small>({count(predictions.length, 'voorspelling', 'voorspellingen')})</small>
      </label>
      <label>
        <input
          type="checkbox"
          checked={chosen.traffic}
          onChange={({ currentTarget }) => onChange({ ...chosen, traffic: currentTarget.checked })}
        />{' '}
        Mijn opnamen: wanneer ik mijn functies aanriep <small>({count(calls, 'aanroep', 'aanroepen')})</small>
      </label>
      <label>
        <input
          type="checkbox"
          checked={chosen.twelve}
          onChange={({ currentTarget }) => onChange({ ...chosen, twelve: currentTarget.checked })}
        />{' '}
        Mijn antwoorden op Weet je het?, vooraf en achteraf{' '}
        <small>({count(twelve.length, 'antwoord', 'antwoorden')})</small>
      </label>
      <p>
        <small>Je docent ziet daarmee wat de klas dacht en deed. Voor je punten tellen ze nooit mee.</small>
      </p>
    </fieldset>
  );
}
