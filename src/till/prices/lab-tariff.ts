/** The tariff that the lab counts with, until the reader picks another one. Only what bills something carries it. */
import tariffFile from '../../../content/tariffs/aws-lambda-x86-us-east-1.json' with { type: 'json' };
import type { Tariff } from '../../billing/index.ts';

export const tariff = tariffFile as Tariff;
