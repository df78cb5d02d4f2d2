// Reads every topic named on the command line to its end and decodes each value by the registry; prints one JSON line a topic.
// A value that nobody can decode must be listed in the dead letters.
// node read-topics.mjs BROKER REGISTRY TOPIC...
import kafkajs from 'kafkajs';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

const { Kafka, logLevel } = kafkajs;
const [broker, registryUrl, ...topics] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'independent-client', brokers: [broker], logLevel: logLevel.ERROR });
const registry = new SchemaRegistry({ host: registryUrl });
const admin = kafka.admin();
await admin.connect();

const left = new Map();
const report = Object.fromEntries(topics.map((topic) => [topic, { records: 0, tombstones: 0, keys: 0, fields: [] }]));
for (const topic of topics) {
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
    if (BigInt(high) > BigInt(low)) left.set(`${topic}/${partition}`, BigInt(high) - 1n);
  }
}

const undecodable = new Map();
const deadLetters = new Set();

const consumer = kafka.consumer({ groupId: `independent-client-${process.pid}` });
await consumer.connect();
await consumer.subscribe({ topics, fromBeginning: true });
await new Promise((resolve, reject) => {
  if (left.size === 0) resolve();
  // Not with the last message: what stands behind it may be the end of a transaction, which is none.
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { topic, partition, lastOffset } }) => {
    const last = left.get(`${topic}/${partition}`);
    if (last !== undefined && BigInt(lastOffset) >= last) left.delete(`${topic}/${partition}`);
    if (left.size === 0) resolve();
  });
  consumer
    .run({
      eachMessage: async ({ topic, partition, message }) => {
        try {
          const seen = report[topic];
          seen.records++;
          if (message.key) seen.keys++;
          if (message.value === null) {
            seen.tombstones++;
          } else {
            const value = await registry.decode(message.value).catch((error) => {
              undecodable.set(`${topic}/${partition}@${message.offset}`, error.message);
              return {};
            });
            if (seen.fields.length === 0) seen.fields = Object.keys(value);
            if (topic.endsWith('.dead-letters')) deadLetters.add(`${value.topic}/${value.partition}@${value.offset}`);
          }
        } catch (error) {
          reject(new Error(`${topic}/${partition}@${message.offset}: ${error.message}`));
        }
      },
    })
    .catch(reject);
}).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
await consumer.disconnect();
for (const [where, message] of undecodable) {
  if (!deadLetters.has(where)) {
    console.error(`${where} is no dead letter: ${message}`);
    process.exitCode = 1;
  }
}
await admin.disconnect();
for (const [topic, seen] of Object.entries(report)) console.log(JSON.stringify({ topic, ...seen }));
