/* Generated from openapi/ by `npm run generate`. Do not edit. */
import type { Method, StreamMethod } from '../src/client/methods.js';

/** One method per operation, and one more per operation that can answer with a stream. */
export interface NexconnMethods<Throw extends boolean = false> {
  /**
   * List the models.
   *
   * Lists model ids that the `model` field of the other calls takes. The list may be partial: a model that is missing here can still work. No key is needed.
   *
   * `GET /v1/models`
   */
  listModels: Method<'listModels', Throw>;
  /**
   * Create a chat completion.
   *
   * Continues a conversation with any chat model. Messages may hold text, pictures, video, audio and files, by model; the answer holds text and, by model, reasoning, tool calls or pictures. With `stream: true` it arrives in pieces as server-sent events.
   *
   * `POST /v1/chat/completions`
   */
  createChatCompletion: Method<'createChatCompletion', Throw>;
  /**
   * Create a chat completion, event by event.
   *
   * Continues a conversation with any chat model. Messages may hold text, pictures, video, audio and files, by model; the answer holds text and, by model, reasoning, tool calls or pictures. With `stream: true` it arrives in pieces as server-sent events.
   *
   * `POST /v1/chat/completions`
   */
  streamChatCompletion: StreamMethod<'createChatCompletion'>;
  /**
   * Create a message (Anthropic protocol).
   *
   * Continues a conversation in the Messages protocol of Anthropic. Takes any model of the gateway, which adapts the request to it. With `stream: true` the answer comes as named events and ends with `message_stop`.
   *
   * `POST /v1/messages`
   */
  createMessage: Method<'createMessage', Throw>;
  /**
   * Create a message (Anthropic protocol), event by event.
   *
   * Continues a conversation in the Messages protocol of Anthropic. Takes any model of the gateway, which adapts the request to it. With `stream: true` the answer comes as named events and ends with `message_stop`.
   *
   * `POST /v1/messages`
   */
  streamMessage: StreamMethod<'createMessage'>;
  /**
   * Create a message with Claude, passed through.
   *
   * Passes a request in the Messages protocol to Claude as it is, members that are not listed here included. Claude models only. With `stream: true` the answer comes as named events and ends with `message_stop`.
   *
   * `POST /bypass/anthropic/v1/messages`
   */
  createBypassMessage: Method<'createBypassMessage', Throw>;
  /**
   * Create a message with Claude, passed through, event by event.
   *
   * Passes a request in the Messages protocol to Claude as it is, members that are not listed here included. Claude models only. With `stream: true` the answer comes as named events and ends with `message_stop`.
   *
   * `POST /bypass/anthropic/v1/messages`
   */
  streamBypassMessage: StreamMethod<'createBypassMessage'>;
  /**
   * Generate content with Gemini, passed through.
   *
   * Passes a request in the Gemini protocol to Vertex AI as it is and answers in one piece.
   *
   * `POST /bypass/vertex/v1/models/{model}:generateContent`
   */
  generateContent: Method<'generateContent', Throw>;
  /**
   * Generate content with Gemini as a stream, event by event.
   *
   * Passes a request in the Gemini protocol to Vertex AI as it is and answers piece by piece: as server-sent events with `alt=sse`, else as one JSON array of the same objects.
   *
   * `POST /bypass/vertex/v1/models/{model}:streamGenerateContent`
   */
  streamGenerateContent: StreamMethod<'streamGenerateContent'>;
  /**
   * Create a response with GPT, passed through.
   *
   * Passes a request in the Responses protocol to OpenAI's models as it is. With `stream: true` the answer comes as named events and ends with `response.completed`, `response.incomplete` or `response.failed`.
   *
   * `POST /bypass/openai/v1/responses`
   */
  createResponse: Method<'createResponse', Throw>;
  /**
   * Create a response with GPT, passed through, event by event.
   *
   * Passes a request in the Responses protocol to OpenAI's models as it is. With `stream: true` the answer comes as named events and ends with `response.completed`, `response.incomplete` or `response.failed`.
   *
   * `POST /bypass/openai/v1/responses`
   */
  streamResponse: StreamMethod<'createResponse'>;
  /**
   * Create a video task.
   *
   * Starts a video task of a Sora or Kling model; `model` decides which other fields there are. Pictures and clips go into the JSON body as addresses or Base64 text, not as uploads. The answer carries the id to query until the task is completed or failed.
   *
   * `POST /v1/videos`
   */
  createVideo: Method<'createVideo', Throw>;
  /**
   * Query a video task.
   *
   * Answers the state of a video task and, once it is completed, the addresses of the videos. Ask every few seconds until the state is final. A task that failed is answered with 200 and an `error`.
   *
   * `GET /v1/videos/{id}`
   */
  getVideo: Method<'getVideo', Throw>;
  /**
   * Remix a video.
   *
   * Starts a task that changes a completed Sora video by a new prompt. Model, length and size are taken from the source. The answer has an id of its own, to query like any other task.
   *
   * `POST /v1/videos/{id}/remix`
   */
  remixVideo: Method<'remixVideo', Throw>;
  /**
   * Create a Veo video.
   *
   * Starts a Veo job from a text, from pictures or from a video, and answers its id at once. Query the job until it is `Completed` or `Failed`, or have it sent to `callback_url`.
   *
   * `POST /v1/videos/generations`
   */
  createVideoGeneration: Method<'createVideoGeneration', Throw>;
  /**
   * Query a Veo video.
   *
   * Answers the state of a Veo job and, once it is `Completed`, the addresses of its videos. A failed job answers 200 too; an unknown id answers 500.
   *
   * `GET /v1/videos/generations/{id}`
   */
  getVideoGeneration: Method<'getVideoGeneration', Throw>;
  /**
   * Create a Seedance video.
   *
   * Starts a Seedance job from a text, from first and last frames, or from reference pictures, videos and sounds, and answers its id at once. Query the job until it has ended, or have its changes sent to `callback_url`.
   *
   * `POST /v3/contents/generations/tasks`
   */
  createContentGenerationTask: Method<'createContentGenerationTask', Throw>;
  /**
   * Query a Seedance video.
   *
   * Answers the state of a Seedance job and, once it is `succeeded`, the address of its video. A failed job answers 200 too, with `error`.
   *
   * `GET /v3/contents/generations/tasks/{id}`
   */
  getContentGenerationTask: Method<'getContentGenerationTask', Throw>;
  /**
   * Create a viduq1 text-to-video task.
   *
   * Queues a video that viduq1 makes from a text. Ask `status_url` until the job is completed.
   *
   * `POST /queue/fal-ai/vidu/q1/text-to-video`
   */
  createViduQ1TextToVideo: Method<'createViduQ1TextToVideo', Throw>;
  /**
   * Create a viduq1 reference-to-video task.
   *
   * Queues a video that viduq1 makes from reference pictures or from named subjects, but not both. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q1/reference-to-video`
   */
  createViduQ1ReferenceToVideo: Method<'createViduQ1ReferenceToVideo', Throw>;
  /**
   * Create a viduq2 text-to-video task.
   *
   * Queues a video that viduq2 makes from a text. Ask `status_url` until the job is completed.
   *
   * `POST /queue/fal-ai/vidu/q2/text-to-video`
   */
  createViduQ2TextToVideo: Method<'createViduQ2TextToVideo', Throw>;
  /**
   * Create a viduq2 reference-to-video task.
   *
   * Queues a video that viduq2 makes from reference pictures or from named subjects, but not both. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q2/reference-to-video`
   */
  createViduQ2ReferenceToVideo: Method<'createViduQ2ReferenceToVideo', Throw>;
  /**
   * Create a viduq2-pro image-to-video task.
   *
   * Queues a video that viduq2-pro makes from a picture, its first frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q2/image-to-video/pro`
   */
  createViduQ2ProImageToVideo: Method<'createViduQ2ProImageToVideo', Throw>;
  /**
   * Create a viduq2-pro first-and-last-frame task.
   *
   * Queues a video that viduq2-pro makes from its first and its last frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q2/start-end-to-video/pro`
   */
  createViduQ2ProStartEndToVideo: Method<'createViduQ2ProStartEndToVideo', Throw>;
  /**
   * Create a viduq2-pro reference-to-video task.
   *
   * Queues a video that viduq2-pro makes from reference pictures and clips. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q2/reference-to-video/pro`
   */
  createViduQ2ProReferenceToVideo: Method<'createViduQ2ProReferenceToVideo', Throw>;
  /**
   * Create a viduq2-turbo image-to-video task.
   *
   * Queues a video that viduq2-turbo makes from a picture, its first frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q2/image-to-video/turbo`
   */
  createViduQ2TurboImageToVideo: Method<'createViduQ2TurboImageToVideo', Throw>;
  /**
   * Create a viduq2-turbo first-and-last-frame task.
   *
   * Queues a video that viduq2-turbo makes from its first and its last frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q2/start-end-to-video/turbo`
   */
  createViduQ2TurboStartEndToVideo: Method<'createViduQ2TurboStartEndToVideo', Throw>;
  /**
   * Create a viduq3-pro image-to-video task.
   *
   * Queues a video that viduq3-pro makes from a picture, its first frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q3/image-to-video/pro`
   */
  createViduQ3ProImageToVideo: Method<'createViduQ3ProImageToVideo', Throw>;
  /**
   * Create a viduq3-pro text-to-video task.
   *
   * Queues a video that viduq3-pro makes from a text. Ask `status_url` until the job is completed.
   *
   * `POST /queue/fal-ai/vidu/q3/text-to-video/pro`
   */
  createViduQ3ProTextToVideo: Method<'createViduQ3ProTextToVideo', Throw>;
  /**
   * Create a viduq3-pro first-and-last-frame task.
   *
   * Queues a video that viduq3-pro makes from its first and its last frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q3/start-end-to-video/pro`
   */
  createViduQ3ProStartEndToVideo: Method<'createViduQ3ProStartEndToVideo', Throw>;
  /**
   * Create a viduq3-turbo image-to-video task.
   *
   * Queues a video that viduq3-turbo makes from a picture, its first frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q3/image-to-video/turbo`
   */
  createViduQ3TurboImageToVideo: Method<'createViduQ3TurboImageToVideo', Throw>;
  /**
   * Create a viduq3-turbo text-to-video task.
   *
   * Queues a video that viduq3-turbo makes from a text. Ask `status_url` until the job is completed.
   *
   * `POST /queue/fal-ai/vidu/q3/text-to-video/turbo`
   */
  createViduQ3TurboTextToVideo: Method<'createViduQ3TurboTextToVideo', Throw>;
  /**
   * Create a viduq3-turbo first-and-last-frame task.
   *
   * Queues a video that viduq3-turbo makes from its first and its last frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
   *
   * `POST /queue/fal-ai/vidu/q3/start-end-to-video/turbo`
   */
  createViduQ3TurboStartEndToVideo: Method<'createViduQ3TurboStartEndToVideo', Throw>;
  /**
   * Get the state of a Vidu task.
   *
   * Answers 202 while the job waits or runs and 200 once it ended. A failed job is `COMPLETED` too, with `detail` instead of `result`.
   *
   * `GET /queue/fal-ai/vidu/requests/{request_id}/status`
   */
  getViduRequestStatus: Method<'getViduRequestStatus', Throw>;
  /**
   * Get the result of a Vidu task.
   *
   * Answers the video once the job ended well, 400 before that and 500 when the job failed.
   *
   * `GET /queue/fal-ai/vidu/requests/{request_id}`
   */
  getViduRequestResult: Method<'getViduRequestResult', Throw>;
  /**
   * Make pictures from a prompt.
   *
   * Makes pictures from a prompt; most Kling models also start from one picture. A Kling model answers with a task to ask after, a Gemini model with the pictures themselves, as base64.
   *
   * `POST /v1/images/generations`
   */
  createImage: Method<'createImage', Throw>;
  /**
   * Make pictures from other pictures.
   *
   * Combines several pictures (Kling models) or changes one or more (Gemini models) as the prompt says. A Kling model answers with a task to ask after, a Gemini model with the pictures themselves, as base64. The body is JSON, not a form.
   *
   * `POST /v1/images/edits`
   */
  editImage: Method<'editImage', Throw>;
  /**
   * Query a picture task.
   *
   * Tells how far the task of a Kling model is and, once it has succeeded, where its pictures are. A task that failed is no HTTP error.
   *
   * `GET /v1/images/tasks/{task_id}`
   */
  getImageTask: Method<'getImageTask', Throw>;
  /**
   * Create a kling-image-o1 image task.
   *
   * Queues pictures that kling-image-o1 makes from a text and, if given, reference pictures. Ask `status_url` until the job is completed.
   *
   * `POST /queue/fal-ai/kling-image/o1`
   */
  createKlingImageO1: Method<'createKlingImageO1', Throw>;
  /**
   * Get the state of a kling-image-o1 task.
   *
   * Answers 202 while the job waits or runs and 200 once it ended. A failed job is `COMPLETED` too, with `detail` instead of `result`.
   *
   * `GET /queue/fal-ai/kling-image/requests/{request_id}/status`
   */
  getKlingImageRequestStatus: Method<'getKlingImageRequestStatus', Throw>;
  /**
   * Get the result of a kling-image-o1 task.
   *
   * Answers the pictures once the job ended well, 400 before that and 500 when the job failed.
   *
   * `GET /queue/fal-ai/kling-image/requests/{request_id}`
   */
  getKlingImageRequestResult: Method<'getKlingImageRequestResult', Throw>;
  /**
   * List imported files.
   *
   * Lists the files of the account, newest first, in pages.
   *
   * `GET /v1/files`
   */
  listFiles: Method<'listFiles', Throw>;
  /**
   * Import a file by its address.
   *
   * Copies a file from a public address to Google Cloud Storage, where Gemini models can read it, for files above their 15 MB inline limit and up to 2 GB. The copy is made in the background: poll the file until it is `ready`, then use its id in a chat message.
   *
   * `POST /v1/files`
   */
  createFile: Method<'createFile', Throw>;
  /**
   * Get the state of a file.
   *
   * Tells how far the import of a file is, and when its copy expires.
   *
   * `GET /v1/files/{file_id}`
   */
  getFile: Method<'getFile', Throw>;
  /**
   * Delete a file.
   *
   * Removes the copy of a file before it expires.
   *
   * `DELETE /v1/files/{file_id}`
   */
  deleteFile: Method<'deleteFile', Throw>;
}
