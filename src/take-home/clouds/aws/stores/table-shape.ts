/** The table of DynamoDB behind the key-value store: what is deployed, and what the emulator makes. */
export const TABLE_SHAPE = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'p', AttributeType: 'S' },
    { AttributeName: 'k', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'p', KeyType: 'HASH' },
    { AttributeName: 'k', KeyType: 'RANGE' },
  ],
} as const;
