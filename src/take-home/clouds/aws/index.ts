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
    name: 'een lus op de Lambda Runtime API, met dynalite 4.0.0, s3rver 5.0.0 en fauxqs',
    version: '2.4.1',
    date: '2026-03-29',
    from: 'npm: dynalite, @20minutes/s3rver, fauxqs',
  },
  triggers: ['http', 'queue', 'upload', 'timer'],
  stores: ['kv', 'bucket', 'queue'],
  lackingWords: {},
  stopsLoops: true,
  differences: [
    {
      id: 'played-by-us',
      samples: [],
      words:
        'Het adres van een functie, de timer van EventBridge en het doorgeven van berichten aan een functie spelen we in de proef zelf na, volgens de documentatie van AWS. Daar is geen emulator voor, en op AWS zelf is dit niet gedraaid.',
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
