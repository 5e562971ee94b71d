/**
 * AWS Lambda: a function URL or an HTTP API, DynamoDB, S3, SQS and EventBridge, deployed with SAM. `targets.ts` imports this
 * folder; begin at `aws-project.ts`.
 *
 *     lambda/lambda-adapter.ts    what runs on Lambda around the reader's file
 *     stores/aws-driver.ts        what bindings ask, on DynamoDB, S3 and SQS
 *     template/sam-template.ts    what is deployed; `eventbridge-cron.ts` translates a timer
 *     local/aws-local.ts          all of it on the reader's computer: `lambda-sandbox.ts` plays Lambda's Runtime API,
 *                                 `queue-feed.ts` what Lambda does between a queue and a function, and emulators the rest
 */
import type { CloudTarget } from '../target.ts';

export const aws: CloudTarget = {
  id: 'aws',
  name: 'AWS Lambda',
  engine: {
    name: 'een nabootsing van AWS Lambda, met de Lambda Runtime API, dynalite 4.0.0, s3rver 5.0.0 en fauxqs',
    version: '2.4.1',
    date: '2026-03-29',
    from: 'npm: dynalite, @20minutes/s3rver, fauxqs',
  },
  triggers: {
    http: { by: 'protocol', with: 'Lambda Runtime API', front: 'address-is-ours' },
    queue: {
      by: 'us',
      words:
        'Niet bewezen: dat Lambda berichten uit SQS haalt en aan je functie geeft (de event source mapping). De wachtrij zelf is een emulator, maar dat doorgeven spelen we na, want er is geen onderhouden emulator die het helemaal doet.',
    },
    upload: {
      by: 'us',
      words:
        'Niet bewezen: dat een upload je functie start. De emulator van S3 meldt de upload; het doorgeven aan de wachtrij en aan Lambda spelen we na.',
    },
    timer: {
      by: 'us',
      words:
        'Niet bewezen: dat EventBridge een timer laat afgaan en je functie dan start. Dat spelen we na, want geen onderhouden emulator op npm doet dat voor dit project.',
    },
  },
  stores: {
    kv: { by: 'emulator', with: 'dynalite' },
    bucket: { by: 'emulator', with: '@20minutes/s3rver' },
    queue: { by: 'emulator', with: 'fauxqs' },
  },
  lackingWords: {},
  stopsLoops: true,
  differences: [
    {
      id: 'address-is-ours',
      samples: [],
      words:
        'Tussen aanroeper en functie staat op je computer een kleine server van de cursus, die het verzoek doorgeeft zoals AWS dat beschrijft: als gebeurtenis van versie 2.0, over de Runtime API. Het echte adres (function URL of HTTP API) is niet beproefd.',
    },
    {
      id: 'kv-item-400-kb',
      samples: [],
      words:
        'Een waarde mag samen met de sleutel 400 KB zijn, want zo groot is een item van DynamoDB; in het lab telt de sleutel niet mee.',
    },
    {
      id: 'whole-seconds',
      samples: [],
      words:
        'Een bericht wacht in SQS hele seconden: een halve seconde uitstel of een venster van 200 ms wordt er één.',
    },
    {
      id: 'deleted-keys-stay',
      samples: [],
      words:
        'Van een sleutel die je verwijdert, blijft in DynamoDB een regel zonder waarde staan, zodat die sleutel nooit een oud versienummer terugkrijgt. Zet dus niets geheims in een sleutel.',
    },
    {
      id: 'whole-minutes',
      samples: [],
      words: 'Een timer gaat af op een hele minuut: seconden in de expressie vallen weg.',
    },
    {
      id: 'answers-in-base64',
      samples: [],
      words:
        'Een antwoord dat geen tekst is, gaat als base64 door Lambda en mag daarom 4,5 MB zijn in plaats van 6.',
    },
    {
      id: 'order-of-messages',
      samples: [],
      words:
        'Een gewone wachtrij van SQS houdt de volgorde niet altijd aan, en levert een bericht een enkele keer dubbel af.',
    },
    {
      id: 'instances-of-the-account',
      samples: [],
      words:
        'Hoeveel instanties een functie met HTTP tegelijk krijgt, staat niet bij de functie: dat is de grens van je account.',
    },
  ],
  tariffId: 'aws-lambda-x86-us-east-1',
  load: async () => (await import('./aws-project.ts')).awsParts,
};
