/** What a reader sets for all functions of a playground: memory, timeout and environment. */
import type { Playground } from '../model/playground.ts';

export function Settings({ model }: { readonly model: Playground }) {
  const { settings } = model;
  return (
    <>
      <label>
        Geheugen
        <select
          value={String(settings.memoryMb.value)}
          onChange={(event) => {
            settings.memoryMb.value = Number(event.currentTarget.value);
          }}
        >
          {settings.memoryChoicesMb.value.map((memoryMb) => (
            <option key={memoryMb} value={memoryMb}>
              {memoryMb.toLocaleString('nl')} MB
            </option>
          ))}
        </select>
      </label>
      <label>
        Timeout
        <select
          value={String(settings.timeoutMs.value)}
          onChange={(event) => {
            settings.timeoutMs.value = Number(event.currentTarget.value);
          }}
        >
          {settings.timeoutChoicesMs.value.map((timeoutMs) => (
            <option key={timeoutMs} value={timeoutMs}>
              {(timeoutMs / 1_000).toLocaleString('nl')} s
            </option>
          ))}
        </select>
      </label>
      <label>
        Omgevingsvariabelen
        <textarea
          rows={2}
          spellcheck={false}
          autocapitalize="off"
          placeholder="KLEUR=rood"
          value={settings.envText.value}
          onInput={(event) => {
            settings.envText.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="trigger__note">
        Omgevingsvariabelen zijn instellingen buiten je code. Je functie vindt ze in <code>context.env</code>,
        in Node ook in <code>process.env</code>. Zet er geen echt wachtwoord in.
      </p>
      <p class="trigger__note">
        Meer geheugen maakt de rekening hier hoger, maar je functie niet sneller: ze draait op jouw eigen
        computer.
      </p>
    </>
  );
}
