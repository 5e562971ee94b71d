import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

const SERVICE = 'https://bank.example';
const PAID = { betaling: 'gelukt' };
const UNKNOWN = { betaling: 'onbekend' };

interface Payment {
  readonly bestelling: number;
  readonly bedrag: number;
}

/** A bank that remembers what was paid, and how long it takes for each of its two answers. */
interface Bank {
  readonly paid: Set<number>;
  /** What it takes to say whether something was paid, and to take the money. */
  getMs: number;
  postMs: number;
  /** What it does with a payment: takes it, refuses it, or loses it on the way. */
  does: 'takes' | 'refuses' | 'loses';
}

const ORDER: Payment = { bestelling: 7, bedrag: 25 };
const QUICK_MS = 300;
/** Within the time that the platform gives: who sets no limit gets an answer, and then sees that one was expected sooner. */
const SLOW_MS = 2_200;

const pay = (payment: Payment = ORDER) => ['POST', '/afrekenen', { json: payment }] as const;

function open(lab: ExerciseLab): Bank {
  const bank: Bank = { paid: new Set(), getMs: QUICK_MS, postMs: QUICK_MS, does: 'takes' };
  lab.replies(SERVICE, 'GET /betalingen/:bestelling', ({ params }) => {
    const betaald = bank.paid.has(Number(params['bestelling']));
    return { status: betaald ? 200 : 404, json: { betaald }, latencyMs: bank.getMs };
  });
  lab.replies(SERVICE, 'POST /betalingen', ({ body }) => {
    const isTaken = bank.does === 'takes';
    if (isTaken) bank.paid.add(orderIn(body));
    const status = bank.does === 'refuses' ? 402 : 201;
    return { status, json: { betaald: isTaken }, latencyMs: bank.postMs };
  });
  return bank;
}

function orderIn(body: Uint8Array | null): number {
  const { bestelling } = JSON.parse(new TextDecoder().decode(body ?? new Uint8Array())) as Partial<Payment>;
  return Number(bestelling);
}

/** What was asked for money, oldest first. */
const charges = (lab: ExerciseLab) =>
  lab.served.filter(({ method }) => method === 'POST').map(({ json }) => json);

function charged(lab: ExerciseLab, times: number): void {
  const found = charges(lab).length;
  const words = (count: number) => `${count} keer om geld gevraagd`;
  lab.expect(found === times, words(times), words(found));
}

function drawPayment(random: Random): Payment {
  return { bestelling: random.whole(10, 9_000), bedrag: random.whole(1, 400) };
}

/** Well under a second, and well over one: what a machine adds makes no difference. */
const inTime = (random: Random) => random.whole(20, 700);
const tooLate = (random: Random) => random.whole(1_400, 2_400);

export const checks: readonly Check[] = [
  {
    id: 'betaalt',
    title: 'Een snelle bank: er is betaald, of de bank weigert',
    look: 'Geef de status van de bank door als die de betaling weigert.',
    passesAtStart: true,
    async run(lab) {
      const bank = open(lab);
      (await lab.request(...pay())).hasStatus(201);
      charged(lab, 1);
      bank.does = 'refuses';
      (await lab.request(...pay({ bestelling: 8, bedrag: 10 }))).hasStatus(402);
    },
    fresh(random) {
      const payments = random.list(2, 3, () => ({ payment: drawPayment(random), ms: inTime(random) }));
      const refused = drawPayment(random);
      return async (lab) => {
        const bank = open(lab);
        const outcomes = [];
        for (const { payment, ms } of payments) {
          bank.postMs = ms;
          outcomes.push(await lab.outcomes(pay(payment)));
        }
        bank.does = 'refuses';
        outcomes.push(await lab.outcomes(pay({ ...refused, bestelling: refused.bestelling + 9_000 })));
        return [outcomes, charges(lab)];
      };
    },
  },
  {
    id: 'te-laat',
    title: 'Duurt betalen langer dan een seconde, dan is het antwoord status 202',
    look: 'Geef `fetch` een `signal` mee, en vang de fout op.',
    async run(lab) {
      const bank = open(lab);
      bank.postMs = SLOW_MS;
      const late = await lab.request(...pay());
      late.hasStatus(202);
      late.hasJson(UNKNOWN);
      bank.postMs = 700;
      (await lab.request(...pay({ bestelling: 8, bedrag: 10 }))).hasStatus(201);
    },
    fresh(random) {
      const asked = random.list(3, 4, (at) => ({
        payment: { ...drawPayment(random), bestelling: 100 * at + random.whole(1, 99) },
        ms: at === 0 ? tooLate(random) : random.pick([inTime, tooLate])(random),
      }));
      return async (lab) => {
        const bank = open(lab);
        const outcomes = [];
        for (const { payment, ms } of asked) {
          bank.postMs = ms;
          outcomes.push(await lab.outcomes(pay(payment)));
        }
        return outcomes;
      };
    },
  },
  {
    id: 'niet-dubbel',
    title: 'Was de betaling toch gelukt, dan betaalt de klant geen tweede keer',
    look: 'Vraag de bank eerst of deze bestelling al betaald is.',
    async run(lab) {
      const bank = open(lab);
      bank.postMs = SLOW_MS;
      (await lab.request(...pay())).hasStatus(202);
      bank.postMs = QUICK_MS;
      const again = await lab.request(...pay());
      again.hasStatus(201);
      again.hasJson(PAID);
      charged(lab, 1);
    },
    fresh(random) {
      const payment = drawPayment(random);
      const other = { ...payment, bestelling: payment.bestelling + 1 };
      const [lateMs, soonMs] = [tooLate(random), inTime(random)];
      return async (lab) => {
        const bank = open(lab);
        bank.postMs = lateMs;
        const first = await lab.outcomes(pay(payment));
        lab.endInstances();
        bank.postMs = soonMs;
        return [first, await lab.outcomes(pay(payment), pay(other), pay(payment)), charges(lab)];
      };
    },
  },
  {
    id: 'wel-opnieuw',
    title: 'Was de betaling niet gelukt, dan kan de klant het opnieuw proberen',
    look: 'Alleen de bank weet of er betaald is. Wat jij zelf onthoudt, kan anders zijn.',
    async run(lab) {
      const bank = open(lab);
      bank.does = 'loses';
      bank.postMs = SLOW_MS;
      (await lab.request(...pay())).hasStatus(202);
      bank.does = 'takes';
      bank.postMs = QUICK_MS;
      (await lab.request(...pay())).hasStatus(201);
      charged(lab, 2);
    },
    fresh(random) {
      const payment = drawPayment(random);
      const [lateMs, soonMs] = [tooLate(random), inTime(random)];
      return async (lab) => {
        const bank = open(lab);
        bank.does = 'loses';
        bank.postMs = lateMs;
        const first = await lab.outcomes(pay(payment));
        bank.does = 'takes';
        bank.postMs = soonMs;
        return [first, await lab.outcomes(pay(payment), pay(payment)), charges(lab)];
      };
    },
  },
  {
    id: 'vraagt-te-lang',
    title: 'Weet de functie niet of er betaald is, dan vraagt ze niet om geld',
    look: 'Ook de eerste vraag aan de bank heeft een limiet nodig, en hoort binnen `try`.',
    async run(lab) {
      const bank = open(lab);
      bank.getMs = SLOW_MS;
      const late = await lab.request(...pay());
      late.hasStatus(202);
      late.hasJson(UNKNOWN);
      charged(lab, 0);
    },
    fresh(random) {
      const payment = drawPayment(random);
      const [lateMs, soonMs] = [tooLate(random), inTime(random)];
      return async (lab) => {
        const bank = open(lab);
        bank.getMs = lateMs;
        const first = await lab.outcomes(pay(payment));
        bank.getMs = soonMs;
        return [first, await lab.outcomes(pay(payment)), charges(lab)];
      };
    },
  },
];
