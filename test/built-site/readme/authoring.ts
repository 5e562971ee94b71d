/** What the README promises to whoever writes lessons, sample functions, exercises and programs. */
import type { Promises, Proof } from '../promises.ts';

const CONTENT = 'build/content/content.test.ts';
const EVENTS = 'engine/messages/events.test.ts';
const SERVICE = 'engine/services/service.test.ts';
const OUTSIDE = 'host/services.browser.test.ts';
const NODE = 'browser/node-project.test.ts';
const ORACLE = 'exercises/run/oracle.test.ts';
const EVERY = 'exercises/every-exercise.test.ts';
const EDITS = 'playground/code/edits.test.ts';
const CHECK = 'cli/check-exercise.test.ts';
const MARK = 'classroom/mark.test.ts';
const KEPT: Proof = [
  'browser/privacy.test.ts',
  'a visit leaves on the device what the table of the privacy page names, in the place that it names, and nothing else',
];
const ONE_CHAIN: Proof = [
  'host/event-delivery.browser.test.ts',
  'HTTP, queue, worker and bucket: one chain, each step knows what caused it',
];
const ASKED_SERVICE: Proof = [
  'browser/lesson-paths.test.ts',
  'a service is asked, waited for, paid for and told in the log; another address is refused by name',
];
const TABLE_FAILS: Proof = [
  'exercises/run/oracle.test.ts',
  'code that does as the solution passes; a table of the visible examples does not, and hears which input it missed',
];
const WRONG_FAIL: Proof = ['exercises/fixtures.test.ts', 'wrong solutions fail'];
const GIVEN: Proof = [
  'classroom/mark.test.ts',
  'what the task gives comes from the course, whatever a hand-in has in its place',
];
const PROGRAM: Proof = [
  'browser/node-project.test.ts',
  'a server starts, shows its page, keeps its list, costs money, and forgets after a restart',
];
const STEP: Proof = [
  'lesson/steps/every-step.test.ts',
  'each step of %s that a button or a change can do is ticked once it is done',
];
const STEP_BUTTON: Proof = [
  'browser/lesson-paths.test.ts',
  'a step’s own button does it, the step ticks itself and shows what came, and the tick is kept until it is taken away',
];

export const AUTHORING: Readonly<Record<string, Promises>> = {
  'Een les toevoegen': {
    'Wil je meedoen, lees dan eerst CONTRIBUTING.md.': 'how it is done',
    '`npm run -s new:lesson -- mijn-les "Mijn les"` maakt een begin, met het lesplan (`content/guides/mijn-les.yaml`) erbij.':
      [
        ['cli/new.test.ts', 'a new lesson comes after the last, under its own name'],
        [CONTENT, 'a new lesson with a new exercise is in order'],
      ],
    'Een les is een bestand in `content/lessons/`, bijvoorbeeld `99-mijn-les.mdx`.': 'what it is',
    'Het nummer bepaalt de volgorde van de bestanden; het adres wordt `/lessen/mijn-les/`.': [
      ['cli/new.test.ts', 'a new lesson comes after the last, under its own name'],
      [CONTENT, 'with the address or the place of another'],
      [CONTENT, 'with links to what is there, and with code that looks like one'],
    ],
    'Bovenaan staan de gegevens van de les:': 'how it is done',
    'Een `<Try>` hoort bij een speeltuin van dezelfde pagina, of met `for="rekenblad"` bij de maand die er staat.':
      [
        [CONTENT, 'in a Probeer %s'],
        [CONTENT, 'that its playground cannot do'],
        [CONTENT, 'at the calculator of a month, asked for %s'],
      ],
    '`when` zegt wat als gedaan telt, en dan vinkt de stap zichzelf af.': [STEP],
    '`do` geeft de stap een knop, en zonder die twee vinkt de lezer zelf.': [
      [CONTENT, 'that is ticked by hand says nothing more'],
      STEP_BUTTON,
    ],
    'Welke woorden er zijn, staat in `src/course/lesson-step.ts`.': [
      [CONTENT, 'that counts something unknown'],
      [CONTENT, 'that does something unknown'],
    ],
    'In `src/lesson/index.ts` staan alle onderdelen die een les kan gebruiken.': 'what it is',
    'Schrijf nooit zelf een prijs of een bedrag in de tekst: `<Price of="gb-second" />`, `<Bill … />`, `<CompareTariffs … />` en `<BreakEven … />` rekenen ze uit.':
      [
        [
          'lesson/figures.test.ts',
          'a price is that of the file, with its source and the day on which it was read',
        ],
        ['lesson/figures.test.ts', 'a bill is what the runs cost, with the free tier when it is asked for'],
        [
          'lesson/figures.test.ts',
          'the server is cheaper from the first run on that makes the functions dearer than it',
        ],
      ],
    'Wat een begrip betekent dat je met `<Term>` schrijft, zet je in `content/terms.yaml`: daar leest de pagina Begrippen het ook.':
      [
        [CONTENT, 'without a definition are named with their line'],
        [
          'course/terms.test.ts',
          'every word that a lesson explains has a definition, and every definition has a lesson',
        ],
      ],
    'Voordat er iets gebouwd wordt, controleert `npm run build` de inhoud: een fout veld, een voorbeeld dat er niet is, een dode link of een les zonder lesplan staat in één lijst, met het bestand, de regel en het veld.':
      [
        [CONTENT, 'everything is told at once'],
        [CONTENT, 'without a field'],
        [CONTENT, 'with a sample that is not there'],
        [CONTENT, 'with a link to nothing'],
        [CONTENT, 'without a guide, and a guide without a lesson'],
      ],
  },
  'Een voorbeeldfunctie toevoegen': {
    'Een voorbeeld is een map in `content/functions/` met gewone JavaScript-bestanden en een `function.json`:':
      'what it is',
    'De functie krijgt een `Request` en geeft een `Response` terug, zoals op het web:': [
      [
        'host/host-contract.browser.test.ts',
        'a request arrives whole, also the headers that a page may not send',
      ],
      ['host/host-contract.browser.test.ts', 'an answer: %s'],
      ['engine/invoke.test.ts', 'a return that is no Response is a 502'],
    ],
    'Geheugen, timeout, omgevingsvariabelen (`env`) en de tijd dat een instantie blijft staan, kun je in `function.json` zetten.':
      [
        [
          'exercises/lab/driver.test.ts',
          'the sample says how much memory and time a function has, and what is in its environment',
        ],
        [
          'playground/model/deploying.test.ts',
          'each function is deployed with what the reader has set, and with its own trigger',
        ],
        [
          'platform/ending.test.ts',
          'an instance expires when it was idle for the idle timeout, the oldest idle first',
        ],
      ],
    'Alle velden, met uitleg, staan in `src/course/schemas/function.ts` en `src/course/schemas/trigger.ts`.':
      'what it is',
    'Een functie kan ook door iets anders dan een verzoek aan de beurt komen.': [ONE_CHAIN],
    'Dat staat bij `trigger`:': 'how it is done',
    '`http` | bij een verzoek; met `routes` (`"DELETE /taken/:id"`) alleen bij die verzoeken': [
      ['engine/routes.test.ts', 'a function without routes takes every request that comes to it'],
      ['engine/routes.test.ts', '%s %s goes to %s'],
    ],
    '`upload` | als er een bestand in de bucket komt, onder `prefix`': [
      [EVENTS, 'is an event with its key, size and type: the same event at each attempt'],
      [EVENTS, 'elsewhere sets nothing off'],
    ],
    '`timer` | op de momenten van `cron`, zodra de lezer op Start klok drukt': [
      [
        'engine/messages/timers.test.ts',
        'nothing fires before the clock is started, nor after it is stopped',
      ],
      ['engine/messages/cron.test.ts', 'five fields fire on the minute, six with seconds in front'],
    ],
    '`queue` | als er berichten in de wachtrij staan, maximaal `batchSize` tegelijk': [
      [
        'platform/queue/delivery.test.ts',
        'a full batch leaves at once, and one that is not full when its window is over',
      ],
    ],
    "Zo'n functie krijgt geen `Request` maar een CloudEvent.": [
      [EVENTS, 'is a CloudEvent with its body, and done when its function is'],
    ],
    'Met `"grants": ["kv", "bucket", "queue"]` mag ze `context.kv` (waarden bij een sleutel), `context.bucket` (bestanden) en `context.queue` (berichten sturen) gebruiken.':
      [
        ['engine/stores/desk.test.ts', 'of %s is for that alone'],
        ['engine/hearing.test.ts', 'what has no bindings granted may use none'],
      ],
    'Het contract staat in `src/contract/context.ts`.': 'what it is',
    'Meer functies in één speeltuin zet je onder `functions`.': 'how it is done',
    'Ze delen de opslag en de wachtrij:': [ONE_CHAIN],
    'Mislukt een gebeurtenis, dan volgt na 2 seconden een nieuwe poging, en na nog eens 4 seconden de laatste.':
      [[EVENTS, 'comes again after 2 s and after 4 s with the same id, and is then a dead letter']],
    'Daarna staat ze bij Mislukte berichten.': [
      [
        'browser/paths.test.ts',
        'a message that fails three times is a dead letter; mended and sent again it is done',
      ],
    ],
    'Bestanden om een upload mee te proberen staan in `public/voorbeelden/`.': 'what it is',
    'De opslag van een lezer blijft op diens eigen toestel, in IndexedDB.': [KEPT],
    'Een echte functie wacht vaak op een ander: een bank, een mailserver, een database.': 'what it is',
    'Die kun je laten spelen, met `services` in `function.json`.': [
      [SERVICE, 'the answer of its manifest, after its wait'],
    ],
    'De functie vraagt ze met een gewone `fetch`, en bereikt verder niets:': [ASKED_SERVICE],
    "De naam eindigt op `.example`, `.test` of `.invalid`, want zo'n adres kan niemand hebben.": [
      [
        'course/schemas/outside-world.test.ts',
        'names that somebody can own, or that hide something, are refused',
      ],
    ],
    'Wie te veel vraagt, krijgt 429 met `Retry-After`.': [
      [SERVICE, 'a window begins with a request; what is too much is told how long to wait'],
    ],
    'Met `failures` gaat het soms mis: met een 503, of doordat de verbinding wegvalt.': [
      [SERVICE, 'failures come about as often as the manifest says, and another seed is another story'],
      [
        OUTSIDE,
        'a connection that drops is a TypeError in Dutch, on the learner’s own line; a limit says how long to wait',
      ],
    ],
    'Dat toeval volgt uit `seed`.': [[SERVICE, 'one seed gives one story, of whole waits within the range']],
    'Het platform speelt dit zelf, dus buiten bereik van de code die ernaar vraagt.': [
      [OUTSIDE, 'a world in which everything is patched is measured as any other'],
    ],
    'Wachten staat daardoor eerlijk op de bon, en in een controle wordt het geteld zonder dat iemand wacht, net als een `setTimeout` van de functie zelf: zo loopt een eigen limiet daar echt af.':
      [
        ASKED_SERVICE,
        [
          'engine/services/outside-world.test.ts',
          'no time passes, and the invocation gets the wait on its bill',
        ],
        ['exercises/run/timers.test.ts', 'a race with a slow service is won by the timer'],
      ],
    'Een controle kan een dienst laten weigeren (`replies`), en een ander laten schrijven tussen het lezen en het schrijven van de code (`overtakes`).':
      [
        [
          'exercises/lab/between.test.ts',
          'a service says what a check has it say, with its own time, and no limit or failure comes between',
        ],
        [
          'exercises/lab/between.test.ts',
          'somebody else writes after the code has read: who gives no version loses it, who gives one is told',
        ],
      ],
    'Alle velden staan in `src/course/schemas/outside-world.ts`; wat een controle kan vragen, staat bij `served` en `answers` in `src/exercises/lab/driver.ts`.':
      'what it is',
    'Gebruikt een functie pakketten of onderdelen van Node, zet er dan `"runtime": "node"` bij.':
      'how it is done',
    'Ze draait dan alleen in WebContainer, en de speeltuin krijgt een bestandenboom, een terminal en een zip.':
      [
        [NODE, 'a function with a package: asked for Node first, then installed, cold, warm and billed'],
        [NODE, 'the tree of files is walked through with the arrow keys'],
        [NODE, 'the terminal is a shell in the project’s folder, and lets the keyboard go'],
        [NODE, 'the zip holds what the editor shows, and what starts it'],
      ],
    'Geef `package.json` en `package-lock.json` mee als bestanden; laat in de lockfile de adressen (`resolved`) weg.':
      'how it is done',
  },
  'Een oefening toevoegen': {
    '`npm run -s new:exercise -- mijn-oefening betalen-per-gebruik` maakt een begin.': [
      ['cli/new.test.ts', 'a new exercise passes and fails where it should'],
    ],
    'Een oefening is een voorbeeldfunctie met een opdracht erbij:': 'what it is',
    '`function.json` en de code | de startcode, zoals bij elke voorbeeldfunctie': 'what it is',
    '`opdracht.mdx` | de opdracht; bovenaan les, niveau, minuten, soort, wat je leerde en hints (`src/course/schemas/exercise.ts`)':
      'what it is',
    '`checks.ts` | wat de code moet doen: verzoeken en antwoorden, opslag, logboek, instanties, de rekening (`src/exercises/check.ts`)':
      'what it is',
    '`oplossing/` | de bestanden die de oplossing verandert': 'what it is',
    'Een controle heeft twee delen: de voorbeelden die een student kan zien, en verse invoer (`fresh`), die bij elke controle opnieuw getrokken wordt.':
      [TABLE_FAILS, [ORACLE, 'each play draws something else, on the solution and on the code alike']],
    'De code moet daarop doen wat de oplossing doet; vergeleken wordt de betekenis, niet de volgorde van sleutels.':
      [
        TABLE_FAILS,
        [
          'exercises/run/compare.test.ts',
          'by meaning: neither the order of keys nor the last bit of a fraction tells anything',
        ],
      ],
    'Een tabel met antwoorden of een vaste uitkomst slaagt dus nergens.': [TABLE_FAILS, WRONG_FAIL],
    'Wat de startcode al goed doet, heeft `passesAtStart: true` en telt pas mee met iets wat ze niet kan.': [
      [
        'exercises/check-panel.test.ts',
        'what was right at the start does not count, and says so, as long as nothing came with it',
      ],
      [EVERY, 'the solution passes, the start code does not'],
    ],
    'Bestanden onder `given` in `function.json` horen bij de opdracht: ze zijn te lezen, niet te veranderen, en bij een controle komen ze altijd uit de cursus.':
      [
        [EDITS, 'runs as the course has it, whatever was kept in its place, and that is shown once'],
        [EDITS, 'is not edited, nor brought along by a copy or a file of another device'],
        GIVEN,
      ],
    '`npm run -s oefening -- mijn-oefening` draait de controles op de oplossing en op de startcode, onder Node.':
      [[CHECK, 'without a folder: the solution passes all of it, the start code does not']],
    '`npm test` doet dat ook, voor alle oefeningen: slaagt een oplossing niet, of faalt een startcode nergens, dan faalt de test die naar de oefening heet.':
      [[EVERY, 'the solution passes, the start code does not']],
    'Een bouw draait geen controles, maar stopt wel als een oefening bij een les hoort die er niet is.': [
      [CONTENT, 'a new lesson with a new exercise is in order'],
      [CONTENT, 'of a lesson that does not exist'],
    ],
    'Een oefening komt vanzelf onder die les te staan, en op Oefeningen.': [
      ['exercises/list.test.ts', 'by lesson, and in a lesson the shortest first'],
      ['browser/exercise-paths.test.ts', 'exercises by level and kind'],
    ],
    'Schrijf alleen code van het project zelf op deze manier: Node is geen sandbox.': 'how it is done',
    'Met `npm run -s oefening -- <naam> --code <map> [--seed <getal>] [--tariff <id>] [--json]` krijgt elke map met code hetzelfde oordeel als op de pagina.':
      [
        [CHECK, 'right code, and code that knows the visible examples alone'],
        [CHECK, 'what the page of marking gives to repeat a verdict: its seed, and the tariff of the set'],
      ],
    'Doe dat alleen met code die je zelf schreef of helemaal las: ook hier is Node geen sandbox.': [
      [CHECK, 'the help says whose code may run'],
    ],
    'Een controle op geld vergelijkt met de oplossing: `budget: 1.5` is maximaal anderhalf keer die rekening.':
      [
        [ORACLE, 'with a budget of %d, waiting %d times passes: %s'],
        [ORACLE, 'a bill exactly at its budget is within it'],
      ],
    'Daarin telt wat de code op nagespeelde diensten wacht, en dat wordt geteld in plaats van gewacht: zo is de rekening op elke machine gelijk.':
      [
        [
          'exercises/lab/outside-world.test.ts',
          'waiting is billed as the service takes it, and neither the machine nor what is computed beside it',
        ],
        [
          'exercises/lab/waited.test.ts',
          'each invocation pays its own waiting, and with its own memory; what else took time is left out',
        ],
      ],
    'De oplossing moet minstens 50 ms wachten, en de startcode drie keer zo duur zijn.': [
      [EVERY, 'a budget needs a solution that waits 50 ms, and start code that costs three times as much'],
    ],
    'Tel anders wat op elke machine hetzelfde is, met `lab.usedAtMost(…)`.': 'how it is done',
    'Deze tests houden eraan: `test/exercises/fixtures.test.ts` (goede uitwerkingen van anderen slagen, foute niet), `every-exercise.test.ts` (elke oplossing slaagt, elke startcode niet), `odd-answers.test.ts` (geen antwoord houdt het nakijken op), `run/bills.test.ts` (wat een rekening telt) en `test/classroom/mark.test.ts` (een inlevering raakt geen andere).':
      [
        ['exercises/fixtures.test.ts', 'right solutions pass'],
        WRONG_FAIL,
        [EVERY, 'the solution passes, the start code does not'],
        ['exercises/odd-answers.test.ts', 'no odd answer ends it, and none passes all of it'],
        [
          'exercises/run/bills.test.ts',
          'what is told of a bill: amounts of the tariff without its free tier',
        ],
        [
          MARK,
          'what goes wrong with one hand-in stays there: it runs again alone, and then it is not marked',
        ],
      ],
  },
  'Een programma toevoegen': {
    'Een programma blijft aanstaan, zoals een server.': [PROGRAM],
    'Het is een map in `content/programs/` met een `program.json`:': 'what it is',
    '`npm start` moet het starten, op die poort.': [PROGRAM],
    'In een les zet je het neer met `<ProgramPlayground program="taken-server" />`.': 'how it is done',
  },
};
