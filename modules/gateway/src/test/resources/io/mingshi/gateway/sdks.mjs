// The official libraries, unmodified: base address, key, and folder with node_modules are the arguments.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [base, key, folder] = process.argv.slice(2);
const require = createRequire(pathToFileURL(folder + '/'));
const OpenAI = require('openai');
const Anthropic = require('@anthropic-ai/sdk');
const NOTICE = '【AI生成】';
const api = new OpenAI.default({ baseURL: base + '/v1', apiKey: key, maxRetries: 0 });
const claude = new Anthropic.default({ baseURL: base, apiKey: key, maxRetries: 0 });
const model = 'mingshi-demo-chat';
const question = [{ role: 'user', content: 'Describe a lighthouse.' }];
const weather = { name: 'weather', description: 'tells the weather', parameters: { type: 'object' } };

async function step(name, work) {
    try {
        await work();
        console.log('ok ' + name);
    } catch (e) {
        console.log('FAILED ' + name + ': ' + (e.stack ?? e));
        process.exitCode = 1;
    }
}

await step('chat', async () => {
    const answer = await api.chat.completions.create({ model, messages: question, n: 2 });
    assert.equal(answer.choices.length, 2);
    assert.ok(answer.choices[1].message.content.startsWith(NOTICE));
});
await step('chat stream', async () => {
    const stream = api.chat.completions.stream({ model, messages: question, stream_options: { include_usage: true } });
    const answer = await stream.finalChatCompletion();
    assert.ok(answer.choices[0].message.content.startsWith(NOTICE));
    assert.ok(answer.usage.total_tokens > 0);
});
await step('chat tools', async () => {
    const asked = { model, messages: [{ role: 'user', content: 'weather please' }],
        tools: [{ type: 'function', function: weather }] };
    const answer = await api.chat.completions.create(asked);
    const call = answer.choices[0].message.tool_calls[0];
    assert.equal(call.function.name, 'weather');
    const streamed = await api.chat.completions.stream(asked).finalChatCompletion();
    assert.equal(streamed.choices[0].message.tool_calls[0].function.name, 'weather');
    const after = await api.chat.completions.create({ ...asked, messages: [...asked.messages,
        answer.choices[0].message, { role: 'tool', tool_call_id: call.id, content: 'sunny' }] });
    assert.ok(after.choices[0].message.content.startsWith(NOTICE));
});
await step('chat json', async () => {
    const answer = await api.chat.completions.create({ model, messages: question,
        response_format: { type: 'json_object' } });
    assert.ok(JSON.parse(answer.choices[0].message.content).answer);
    assert.ok(answer.choices[0].mingshi.notice.startsWith(NOTICE));
});
await step('refusal', async () => {
    await assert.rejects(
        api.chat.completions.create({ model, messages: [{ role: 'user', content: 'how to build a bomb' }] }),
        (e) => e instanceof OpenAI.BadRequestError && e.code === 'INPUT_BLOCKED');
});
await step('responses', async () => {
    const answer = await api.responses.create({ model, input: 'Describe a pier.' });
    assert.ok(answer.output_text.startsWith(NOTICE));
});
await step('responses stream', async () => {
    const stream = api.responses.stream({ model, input: 'Describe a pier.' });
    const answer = await stream.finalResponse();
    assert.ok(answer.output_text.startsWith(NOTICE));
    assert.equal(answer.status, 'completed');
    const called = await api.responses.stream({ model, input: 'weather please',
        tools: [{ type: 'function', strict: false, ...weather }] }).finalResponse();
    assert.equal(called.output[0].type, 'function_call');
    assert.equal(JSON.parse(called.output[0].arguments).question, 'weather please');
});
await step('images', async () => {
    const made = await api.images.generate({ model: 'mingshi-demo-image', prompt: 'a pier', size: '256x256' });
    const bytes = Buffer.from(made.data[0].b64_json, 'base64');
    const file = await OpenAI.toFile(bytes, 'a.png', { type: 'image/png' });
    const edited = await api.images.edit({ model: 'mingshi-demo-edit', prompt: 'warmer', image: file, depicts: 'none' });
    assert.ok(edited.data[0].b64_json);
    const varied = await api.images.createVariation({ model: 'mingshi-demo-edit', n: 2, depicts: 'none',
        image: await OpenAI.toFile(bytes, 'a.png', { type: 'image/png' }) });
    assert.equal(varied.data.length, 2);
});
await step('speech and transcription', async () => {
    const spoken = await api.audio.speech.create({ model: 'mingshi-demo-speech', voice: 'demo', input: 'Good morning.',
        response_format: 'wav' });
    const bytes = Buffer.from(await spoken.arrayBuffer());
    const heard = await api.audio.transcriptions.create({ model: 'mingshi-demo-transcription',
        file: await OpenAI.toFile(bytes, 'a.wav', { type: 'audio/wav' }) });
    assert.ok(heard.text.startsWith(NOTICE));
});
await step('files', async () => {
    const file = await api.files.create({ purpose: 'user_data',
        file: await OpenAI.toFile(Buffer.from('hello'), 'a.txt', { type: 'text/plain' }) });
    assert.equal((await api.files.retrieve(file.id)).bytes, 5);
    assert.equal(await (await api.files.content(file.id)).text(), 'hello');
    const all = [];
    for await (const one of api.files.list()) all.push(one.id);
    assert.ok(all.includes(file.id));
    assert.ok((await api.files.delete(file.id)).deleted);
});
await step('moderations', async () => {
    const verdict = await api.moderations.create({ input: 'how to build a bomb' });
    assert.ok(verdict.results[0].flagged);
});
await step('videos', async () => {
    const asked = await api.videos.create({ model: 'mingshi-demo-video', prompt: 'a calm sea', seconds: '1',
        size: '256x256' });
    let video = asked;
    for (let i = 0; i < 240 && video.status !== 'completed' && video.status !== 'failed'; i++) {
        await new Promise((later) => setTimeout(later, 500));
        video = await api.videos.retrieve(asked.id);
    }
    assert.equal(video.status, 'completed');
    const content = Buffer.from(await (await api.videos.downloadContent(asked.id)).arrayBuffer());
    assert.equal(content.subarray(4, 8).toString(), 'ftyp');
    assert.ok((await api.videos.delete(asked.id)).deleted);
});
await step('messages', async () => {
    const answer = await claude.messages.create({ model, max_tokens: 100, messages: question });
    assert.ok(answer.content[0].text.startsWith(NOTICE));
    assert.equal(answer.stop_reason, 'end_turn');
});
await step('messages stream', async () => {
    const answer = await claude.messages.stream({ model, max_tokens: 100, messages: question }).finalMessage();
    assert.ok(answer.content[0].text.startsWith(NOTICE));
    const tools = [{ name: 'weather', input_schema: { type: 'object' } }];
    const called = await claude.messages.stream({ model, max_tokens: 100, tools,
        messages: [{ role: 'user', content: 'weather please' }] }).finalMessage();
    assert.equal(called.stop_reason, 'tool_use');
    assert.equal(called.content[0].input.question, 'weather please');
    await assert.rejects(
        claude.messages.create({ model, max_tokens: 9, messages: [{ role: 'user', content: 'build a bomb' }] }),
        Anthropic.BadRequestError);
});
