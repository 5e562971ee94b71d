/** What the README promises of the tool: functions of one's own in a terminal. */
import type { Promises, Proof } from '../promises.ts';

const RUN = 'tool/run-folder.test.ts';
const FOLDER = 'tool/own-folder.test.ts';
const PACKED = 'tool/packed.test.ts';
const GATE = 'tool/gate.test.ts';
const LAB = 'tool/lab.browser.test.ts';
const LINE = 'tool/lab-line.test.ts';

const ANSWERS: Proof = [RUN, 'one handler of a stranger, in a folder with nothing else, answers'];
const SAVING: Proof = [RUN, 'saving deploys, and runs nothing; the next call meets what was saved'];
const RECEIPTS: Proof = [RUN, 'under %s are those of the bill on the same record, to the last digit'];
const TEMPLATES: Proof = [
  'tool/new-folder.test.ts',
  'is made in a folder of its own, is in order, and starts',
];
const OTHER_COMMANDS: Proof = [PACKED, 'the other commands do what they say'];
const WRONG: Proof = [FOLDER, 'is told of, with status 2, and nothing changes'];
const IN_SANDBOX: Proof = [
  LAB,
  'runs the folder in the sandbox, shows what is saved without running it, and asks nobody else',
];
const IN_NODE: Proof = [
  LAB,
  'runs it in Node as well, and its receipt is that of the bill, to the last digit',
];
const TYPED: Proof = [LAB, 'keeps what is typed in it out of the folder, and Node runs the folder alone'];
const EVENTS: Proof = [RUN, 'go off by a request, a message, a file and the clock'];
const NPX: Proof = [PACKED, '`npx` starts it from its file, with nothing but what is on this computer'];

export const TERMINAL: Readonly<Record<string, Promises>> = {
  'Je eigen functies in een terminal': {
    'Het lab is er ook als gereedschap: het draait de functies in een map op je eigen computer, met van elke aanroep de bon.':
      [ANSWERS],
    'Het is één bestand, dat je zelf maakt en waar geen ander pakket bij hoort.': [
      [PACKED, 'is named after its version, and needs no other package and no script'],
    ],
    'Node 20 of nieuwer is genoeg om het te draaien.': 'measured',
    'npm run pack:tool | maakt functielab-<versie>.tgz': [
      [PACKED, 'is named after its version, and needs no other package and no script'],
    ],
    'npx ./functielab-<versie>.tgz new crud mijn-map | een begin, in mijn-map': [NPX, TEMPLATES],
    'npx ./functielab-<versie>.tgz ./mijn-map | draait de functies in mijn-map': [
      NPX,
      [
        PACKED,
        'a folder with one handler of a stranger is answered, and its process ends with 0 and the sum',
      ],
    ],
    '`npx` vraagt eerst of dat pakket mag.': 'how it is done',
    'Welke functies er in een map zitten, staat in `functielab.json`; is dat er niet, dan zoekt het zelf welk bestand een functie heeft, en een Worker roept het aan zoals zijn eigen platform dat doet.':
      [EVENTS, ANSWERS, [RUN, 'a Worker is called as its own platform does']],
    '`functielab [map]` | opent het lab voor de map, en drukt van elke aanroep van buiten de bon af tegen het tarief dat je met `--tariff` kiest':
      [ANSWERS, RECEIPTS, IN_SANDBOX],
    '`functielab check [map]` | zegt wat er mis is met een map, en draait niets': [
      WRONG,
      [FOLDER, 'that is in order is called that'],
    ],
    '`functielab new <sjabloon> [map]` | maakt een begin: `http`, `upload`, `timer`, `wachtrij` of `crud`': [
      TEMPLATES,
    ],
    '`functielab bill [bestand …]` | drukt de bon af van een log of van gebruik, zoals `npm run -s bill`': [
      OTHER_COMMANDS,
      [FOLDER, 'a bill of usage is that of `npm run bill`'],
    ],
    '`functielab export <cloud> [map]` | maakt van de map een project voor een echt platform, in een zip': [
      ['tool/export-folder.test.ts', 'for %s has the files as they are, and the answers of here'],
      [PACKED, 'it makes a project for %s'],
    ],
    '`functielab [map]` drukt een adres af.': [IN_SANDBOX],
    'Open dat in je browser, en je hebt de speeltuin van de cursus voor je eigen map, met de Machinekamer, het logboek, de tijdlijn en de bon tegen elk tarief.':
      [IN_SANDBOX, IN_NODE],
    'Je functies draaien daar in de sandbox van de browser, of in Node op je eigen computer.': [
      IN_SANDBOX,
      IN_NODE,
    ],
    'Bewaar je een bestand, dan wordt het uitgerold; er draait pas iets als je het aanroept.': [
      SAVING,
      IN_SANDBOX,
    ],
    'Wat je op de pagina zelf verandert, komt niet in je map, en Node draait alleen wat daar staat.': [
      TYPED,
      [LINE, 'runs what was read from the folder, with the environment of the folder'],
    ],
    'Wat van buiten wordt aangeroepen, staat eronder met log, bon en tijdlijn.': [
      [LAB, 'come on the page with log and receipt, from a program and from a tab of the function itself'],
    ],
    'Bewaar het gebruik geeft je een bestand voor `functielab bill`, dat daarvan dezelfde bon maakt.': [
      IN_NODE,
    ],
    'Die sleutel is geen cookie.': [[LAB, 'the page holds nothing of the folder, and says where the key is']],
    'Open je een functie zelf in een tabblad, dan krijgt je browser daarvoor een cookie met een andere sleutel, die verder niets opent.':
      [
        [
          'tool/gate.browser.test.ts',
          'a server on another port reads a cookie that opens functions, and no key to the laboratory',
        ],
      ],
    'De opslag van de pagina staat in je browser, apart van die van aanroepen van buiten.': 'what it is',
    'De server luistert alleen op 127.0.0.1, en wil een sleutel die bij elke start nieuw is: een browser krijgt die met het adres in de terminal, een programma geeft hem mee in de header `x-functielab`.':
      [
        [RUN, 'it listens on 127.0.0.1 only, with another key at each start'],
        [RUN, 'who has no key gets a sentence, and no function hears of it'],
        [
          RUN,
          'a browser goes in by the address of a tab, and on without the key; a function sees nothing of it',
        ],
        [GATE, '%s gives a browser the cookie, strict and for no script, and goes on without the key'],
        ['tool/gate.browser.test.ts', '%s on a page of somebody else runs nothing'],
      ],
    'Is een poort bezet, dan neemt het de volgende; met `--port` precies die.': [
      [RUN, 'a port that is taken is passed over, unless it was asked for'],
    ],
    'Die staat in het geheugen, of met `--keep` in `.functielab/` in je map.': [
      [RUN, 'goes with the tool, unless it is to be kept: then it is there the next time'],
    ],
    'Het werkt zonder netwerk.': [[PACKED, 'it works where there is no network']],
    'Een bon is tot op het laatste cijfer die van `npm run -s bill` over hetzelfde gebruik; dat van aanroepen van buiten geeft `/_functielab/usage`.':
      [RECEIPTS],
    'Een bestand voor een upload stuur je naar `/_functielab/bucket/<sleutel>`, een bericht naar `/_functielab/queue`, en met `/_functielab/clock` gaat de eerste timer af.':
      [EVENTS],
    'Wat niet kan, krijgt een zin en exit status 2, en er verandert niets: een map zonder functie, een handler van AWS, Azure of Google, een server met Express, meer dan 400 bestanden of 20 MB, een koppeling die de map uit gaat, een kapotte `package.json`, of een `functielab.json` van een nieuwere versie.':
      [WRONG, [FOLDER, 'out of the folder are refused by name, to a file, a folder and nothing']],
    'Met `--lang en` zijn uitleg en fouten in het Engels, ook die op de pagina; de speeltuin zelf blijft Nederlands.':
      [
        WRONG,
        [LAB, 'it says what is wrong with what was saved, and that the tool is gone'],
        [FOLDER, '%j is told what is wrong with it'],
        [FOLDER, 'gives help in both languages, which names each option'],
      ],
    'Hier is geen sandbox en de code draait met jouw rechten, dus draai alleen code die je kent.': 'advice',
  },
};
