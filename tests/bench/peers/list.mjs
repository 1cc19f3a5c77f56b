// Reads the whole list so many times, into a counter.
import { conversations, options } from './client.mjs';

const [count, pageSize, times] = options;
const seconds = [];
for (let time = 0; time < times; time++) {
  const start = performance.now();
  let seen = 0;
  await new Promise((resolve, reject) => {
    conversations.each({ pageSize, callback: () => seen++, done: (error) => (error ? reject(error) : resolve()) });
  });
  if (seen !== count) throw new Error(`Only ${seen} were listed.`);
  seconds.push((performance.now() - start) / 1000);
}
console.log(JSON.stringify({ seconds }));
