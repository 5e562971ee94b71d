/** What the bill in a terminal says of its options and its input, in Dutch. English is in `english-bill.ts`. */
import { ASSUMED_MEMORY_MB, type ReadingProblem, type UsageReading } from '../../billing/reading/index.ts';
import { readingNotes, usageMessage } from '../../till/own-logs/words.ts';

export interface BillWords {
  readonly help: string;
  readonly jsonOrCsv: string;
  readonly memoryIsNumber: string;
  readonly unknownOption: (option: string) => string;
  readonly optionsUnreadable: string;
  /** @param ids one a line */
  readonly unknownTariff: (tariff: string | undefined, ids: string) => string;
  /** @param name of a file; null for standard input */
  readonly unreadable: (name: string | null, why: string) => string;
  readonly isEmpty: (name: string | null) => string;
  /** By the code of Node's error. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly brokeOff: (code: string) => string;
  readonly line: (problem: ReadingProblem) => string;
  readonly otherLines: (count: number) => string;
  /** What was skipped or supposed, a sentence each. */
  readonly notes: (reading: UsageReading, memoryMb: number) => readonly string[];
}

/** @param command what to type to get here */
export function dutchBillWords(command: string): BillWords {
  return {
    help: `Gebruik: ${command} [opties] [bestand …]
         ${command} [opties] < logs.txt

Het leest logs van AWS Lambda, Azure, Google Cloud en Cloudflare, CSV met kolomnamen
(durationMs, memoryMb, …) en JSON. Ook gezipt met gzip, en hoe groot ook.

  --tariff <id>   alleen dit tarief, regel voor regel; zonder vergelijkt het alle tarieven
  --free-tier     met gratis tegoed; zonder telt er geen mee
  --memory <MB>   het geheugen van aanroepen waarvan het log dat niet zegt; zonder is het ${ASSUMED_MEMORY_MB}
  --json, --csv   voor programma’s of een spreadsheet
  --help          deze uitleg
`,
    jsonOrCsv: 'Kies --json of --csv, niet allebei.',
    memoryIsNumber: 'Na --memory komt een heel aantal MB, zoals 512.',
    unknownOption: (option) => `De optie ${option} kennen we niet.`,
    optionsUnreadable:
      'Deze opties kunnen we niet lezen. Na --tariff komt de naam van een tarief, na --memory een aantal MB.',
    unknownTariff: (tariff, ids) => `Het tarief ${tariff} kennen we niet. Kies een van deze:\n${ids}`,
    unreadable: (name, why) => `${name ?? 'Standard input'} kunnen we niet lezen: ${why}`,
    isEmpty: (name) =>
      `${name === null ? 'Er kwam niets binnen' : `${name} is leeg`}. Geef het gebruik op standard input, of noem een bestand.`,
    reasons: {
      ENOENT: 'het bestand is er niet. Klopt de naam?',
      EISDIR: 'het is een map. Noem de bestanden zelf, zoals logs/*.gz.',
      EACCES: 'je mag het niet lezen.',
      EPERM: 'je mag het niet lezen.',
    },
    brokeOff: (code) => `het lezen brak af (${code}).`,
    line: (problem) => `regel ${problem.line}: ${usageMessage(problem)}`,
    otherLines: (count) => `en nog ${count.toLocaleString('nl')} andere regels.`,
    notes: readingNotes,
  };
}
