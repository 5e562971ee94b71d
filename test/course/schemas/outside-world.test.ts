/** The outside world as a manifest names it: what it becomes, and what is refused, with the sentence that an author reads. */
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { servicesOf, servicesSchema } from '../../../src/course/schemas/outside-world.ts';

const ROUTES = { 'GET /': { text: 'hoi' } };
const refusalOf = (services: unknown) => {
  const { error } = servicesSchema.safeParse(services);
  return error === undefined ? null : z.prettifyError(error);
};

test('what is left out has its usual value; a wait is a range; JSON and text have their type', () => {
  const services = servicesSchema.parse({
    'https://weer.example': {
      routes: {
        'GET /metingen/:plaats': { json: { graden: 14 } },
        'POST /mails': { status: 204, maxItems: { adressen: 10 } },
        'GET /tekst': { text: 'hoi', headers: { 'Content-Type': 'text/html' } },
      },
    },
    'https://api.bank.test': {
      latencyMs: [20, 90],
      rateLimit: { requests: 5, windowMs: 1_000 },
      failures: { drops: 0.1 },
      seed: 9,
      routes: ROUTES,
    },
  });
  expect(servicesOf(services)).toEqual([
    {
      name: 'https://weer.example',
      latencyMs: [50, 50],
      rateLimit: null,
      failures: { errors: 0, drops: 0 },
      seed: 1,
      routes: [
        {
          method: 'GET',
          path: '/metingen/:plaats',
          maxItems: {},
          answer: { status: 200, headers: [['content-type', 'application/json']], body: '{"graden":14}' },
        },
        {
          method: 'POST',
          path: '/mails',
          maxItems: { adressen: 10 },
          answer: { status: 204, headers: [], body: '' },
        },
        {
          method: 'GET',
          path: '/tekst',
          maxItems: {},
          answer: { status: 200, headers: [['Content-Type', 'text/html']], body: 'hoi' },
        },
      ],
    },
    {
      name: 'https://api.bank.test',
      latencyMs: [20, 90],
      rateLimit: { requests: 5, windowMs: 1_000 },
      failures: { errors: 0, drops: 0.1 },
      seed: 9,
      routes: [
        {
          method: 'GET',
          path: '/',
          maxItems: {},
          answer: { status: 200, headers: [['content-type', 'text/plain;charset=UTF-8']], body: 'hoi' },
        },
      ],
    },
  ]);
  expect(servicesSchema.parse(undefined)).toEqual({});
});

describe('names that somebody can own, or that hide something, are refused', () => {
  test.each([
    'https://weer.nl',
    'http://weer.example',
    'https://weer.example/v1',
    'https://weer.example:8080',
    'https://mila@weer.example',
    'https://Weer.example',
    'https://weer.example.com',
    'https://example',
    'weer.example',
  ])('%s', (name) => {
    expect(refusalOf({ [name]: { routes: ROUTES } })).toContain(
      'moet https:// zijn met een naam die niemand kan hebben, op .example, .test, .invalid (RFC 2606): "https://weer.example"',
    );
  });
});

test.each([
  [{ routes: {} }, 'heeft minstens één route nodig'],
  [{ routes: { '/weer': { text: '' } } }, 'moet een methode en een pad zijn: "GET /metingen/:plaats"'],
  [{ routes: { 'GET /': { text: 'a', json: 1 } } }, 'geef `json` of `text`, niet allebei'],
  [
    { routes: { 'GET /': { status: 302 } } },
    'moet een status van 200 tot en met 599 zijn, en geen doorverwijzing (3xx)',
  ],
  [{ routes: { 'GET /': { status: 204, text: 'a' } } }, 'bij status 204 hoort geen `json` of `text`'],
  [{ routes: ROUTES, latencyMs: [90, 20] }, 'begint met het kleinste getal'],
  [{ routes: ROUTES, latencyMs: -1 }, 'mag niet onder 0 ms liggen'],
  [{ routes: ROUTES, latencyMs: 60_001 }, 'mag maximaal 60000 ms zijn'],
  [{ routes: ROUTES, failures: { errors: 20 } }, 'is een kans van 0 tot en met 1'],
  [
    { routes: ROUTES, rateLimit: { requests: 5, windowMs: 100 } },
    'moet minstens 1000 ms zijn: Retry-After telt hele seconden',
  ],
])('%j is refused: %s', (service, sentence) => {
  expect(refusalOf({ 'https://weer.example': service })).toContain(sentence);
});

test('a name may lead to the functions of the playground itself, and then plays nothing', () => {
  const services = servicesSchema.parse({ 'https://winkel.example': { functions: true } });
  expect(servicesOf(services)).toMatchObject([{ name: 'https://winkel.example', isOwn: true, routes: [] }]);
  expect(
    servicesOf(servicesSchema.parse({ 'https://weer.example': { routes: ROUTES } }))[0],
  ).not.toHaveProperty('isOwn');
  expect(refusalOf({ 'https://winkel.example': {} })).toContain('heeft minstens één route nodig');
  expect(refusalOf({ 'https://winkel.example': { functions: true, routes: ROUTES } })).toContain(
    'gaat niet samen met `functions`',
  );
});
