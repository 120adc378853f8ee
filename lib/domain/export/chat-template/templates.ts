/**
 * What the chat templates of the common families do to a conversation without tools: our own short restatements of public
 * facts (tokenizer configurations on the Hugging Face Hub and the copies in huggingface/trl, trl/chat_templates), not copies.
 * They serve to show what becomes of a row; training uses the template of the tokenizer itself.
 */

/** Each message in a block of its own, and nothing is added. */
export const chatml = `{% for m in messages %}{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>\\n' }}{% endfor %}`;

/** Like `chatml`, with a system text of the family's where there is none. */
export const qwen25 =
  `{% if messages[0].role != 'system' %}{{ '<|im_start|>system\\nYou are Qwen, created by Alibaba Cloud. You are a helpful assistant.<|im_end|>\\n' }}{% endif %}` +
  chatml;

/** Reasoning is taken from its field, else from think tags, and written for answers after the last question only. */
export const qwen3 = [
  `{% set ns = namespace(asked=messages|length - 1) %}`,
  `{% for m in messages %}{% if m.role == 'user' %}{% set ns.asked = loop.index0 %}{% endif %}{% endfor %}`,
  `{% for m in messages %}{% set content = m.content %}{% set reasoning = '' %}`,
  `{% if m.role == 'assistant' %}`,
  `{% if m.reasoning_content is string %}{% set reasoning = m.reasoning_content %}`,
  `{% elif '</think>' in content %}`,
  `{% set reasoning = content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}`,
  `{% set content = content.split('</think>')[-1].lstrip('\\n') %}{% endif %}`,
  `{% if loop.index0 > ns.asked %}`,
  `{% set content = '<think>\\n' + reasoning.strip('\\n') + '\\n</think>\\n\\n' + content.lstrip('\\n') %}{% endif %}`,
  `{% endif %}`,
  `{{ '<|im_start|>' + m.role + '\\n' + content + '<|im_end|>\\n' }}{% endfor %}`,
].join("");

export const llama3 = `{{ bos_token }}{% for m in messages %}{{ '<|start_header_id|>' + m.role + '<|end_header_id|>\\n\\n' + m.content|trim + '<|eot_id|>' }}{% endfor %}`;

/** The system text is written before the last message, if that is the user's: so never where an answer follows. */
export const mistral = [
  `{% set first = 1 if messages[0].role == 'system' else 0 %}{{ bos_token }}`,
  `{% for m in messages[first:] %}`,
  `{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Roles must alternate between user and assistant.') }}{% endif %}`,
  `{% if m.role == 'assistant' %}{{ ' ' + m.content|trim + eos_token }}`,
  `{% elif loop.last and first == 1 %}{{ '[INST] ' + messages[0].content + '\\n\\n' + m.content + '[/INST]' }}`,
  `{% else %}{{ '[INST] ' + m.content + '[/INST]' }}{% endif %}{% endfor %}`,
].join("");

const gemmaTurns = [
  `{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Roles must alternate between user and assistant.') }}{% endif %}`,
  `{{ '<start_of_turn>' + ('model' if m.role == 'assistant' else m.role) + '\\n' }}`,
].join("");

export const gemma2 = [
  `{{ bos_token }}{% if messages[0].role == 'system' %}{{ raise_exception('The system role is not supported.') }}{% endif %}`,
  `{% for m in messages %}${gemmaTurns}{{ m.content|trim + '<end_of_turn>\\n' }}{% endfor %}`,
].join("");

/** The system text goes before the first question. */
export const gemma3 = [
  `{% set first = 1 if messages[0].role == 'system' else 0 %}{{ bos_token }}`,
  `{% for m in messages[first:] %}${gemmaTurns}`,
  `{% if loop.first and first == 1 %}{{ messages[0].content + '\\n\\n' }}{% endif %}`,
  `{{ m.content|trim + '<end_of_turn>\\n' }}{% endfor %}`,
].join("");

/** Of an answer only what follows the last `</think>` is written. */
export const deepseekR1 = [
  `{{ bos_token }}{% for m in messages %}{% if m.role == 'system' %}{{ m.content }}{% endif %}{% endfor %}`,
  `{% for m in messages %}`,
  `{% if m.role == 'user' %}{{ '<｜User｜>' + m.content }}`,
  `{% elif m.role == 'assistant' %}{{ '<｜Assistant｜>' + m.content.split('</think>')[-1] + '<｜end▁of▁sentence｜>' }}{% endif %}`,
  `{% endfor %}`,
].join("");

/** Harmony: reasoning goes to a channel of its own, and only that of the last answer. `today` stands for the day of training. */
export const gptOss = [
  `{{ '<|start|>system<|message|>You are ChatGPT, a large language model trained by OpenAI.\\nKnowledge cutoff: 2024-06\\nCurrent date: ' + today + '\\n\\nReasoning: medium\\n\\n# Valid channels: analysis, commentary, final. Channel must be included for every message.<|end|>' }}`,
  `{% for m in messages %}`,
  `{% if m.role == 'system' %}{{ '<|start|>developer<|message|># Instructions\\n\\n' + m.content + '\\n\\n<|end|>' }}`,
  `{% elif m.role == 'user' %}{{ '<|start|>user<|message|>' + m.content + '<|end|>' }}`,
  `{% elif loop.last %}`,
  `{% if m.thinking is string %}{{ '<|start|>assistant<|channel|>analysis<|message|>' + m.thinking + '<|end|>' }}{% endif %}`,
  `{{ '<|start|>assistant<|channel|>final<|message|>' + m.content + '<|return|>' }}`,
  `{% else %}{{ '<|start|>assistant<|channel|>final<|message|>' + m.content + '<|end|>' }}{% endif %}{% endfor %}`,
].join("");
