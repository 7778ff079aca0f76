/* Generated from openapi/ by `npm run generate`. Do not edit. */
import type { DefinedResponse } from '../src/scenarios/defined-response.js';
import type { components, operations } from './types.js';

/** The models that the contract knows. */
export type KnownModel = "gemini-3.1-pro-preview" | "gemini-3.0-pro-preview" | "gemini-2.5-pro" | "openai/gpt-5" | "openai/gpt-5.2" | "openai/gpt-5.2-codex" | "gemini-2.5-flash" | "claude-4.5-sonnet" | "claude-4.6-opus" | "deepseek/deepseek-v3.2-251201" | "deepseek-v3" | "claude-3.7-sonnet" | "doubao-seed-1.6" | "qwen3-max-2026-01-23" | "moonshotai/kimi-k2.5" | "gemini-2.5-flash-image" | "gemini-3.0-pro-image-preview" | "gemini-3.1-flash-image-preview" | "claude-sonnet-4-6" | "claude-4.6-sonnet" | "claude-opus-4-6" | "anthropic/claude-sonnet-5" | "gemini-3.1-flash-lite" | "google/gemini-3.1-flash-lite" | "gemini-3.1-flash-lite-preview" | "openai/gpt-5.4" | "openai/gpt-6-luna" | "sora-2" | "sora-2-pro" | "kling-v2-1" | "kling-v2-5-turbo" | "kling-v2-6" | "kling-v3" | "kling-video-o1" | "kling-v3-omni" | "veo-2.0-generate-001" | "veo-2.0-generate-exp" | "veo-2.0-generate-preview" | "veo-3.0-generate-preview" | "veo-3.0-fast-generate-preview" | "veo-3.0-generate-001" | "veo-3.0-fast-generate-001" | "veo-3.1-generate-preview" | "veo-3.1-fast-generate-preview" | "veo-3.1-generate-001" | "veo-3.1-fast-generate-001" | "bytedance/doubao-seedance-2-0-260128" | "bytedance/doubao-seedance-2-0-fast-260128" | "bytedance/doubao-seedance-2-0-mini-260615" | "bytedance/doubao-seedance-2-5-260628" | "viduq1" | "viduq2" | "viduq2-pro" | "viduq2-turbo" | "viduq3-pro" | "viduq3-turbo" | "kling-v1" | "kling-v1-5" | "kling-v2" | "kling-v2-new" | "kling-image-o1";

/** The chat protocols. */
export type ProtocolName = "chat-completions" | "generate-content" | "messages" | "responses";

/** States in which jobs end. */
export type JobEnd = "cancelled" | "completed" | "expired" | "failed" | "ready" | "succeed" | "succeeded";

/** Statuses of documented errors. */
export type ErrorStatus = 400 | 401 | 402 | 403 | 404 | 429 | 500 | 503;

/** The documented exchanges of each operation. */
export interface ExampleNames {
  listModels: "model-list";
  createChatCompletion: "gemini-3-1-pro-preview-reasoning" | "gemini-3-1-pro-preview-qfile" | "gemini-3-1-pro-preview-qfile.image-url" | "gemini-2-5-pro-reasoning" | "openai-gpt-5-reasoning" | "openai-gpt-5-2-reasoning" | "openai-gpt-5-2-codex" | "gemini-2-5-flash-reasoning" | "claude-4-5-sonnet-reasoning" | "claude-4-6-opus-reasoning" | "deepseek-deepseek-v3-2-251201-reasoning" | "deepseek-v3-chat" | "deepseek-v3-chat.stream" | "claude-3-7-sonnet-chat-completion" | "doubao-seed-1-6" | "qwen3-max-2026-01-23-chat-completion" | "moonshotai-kimi-k2-5-chat-completion" | "chat-completion" | "chat-completion.conversation" | "chat-completion.image-url" | "chat-completion.json" | "chat-completion.stream" | "chat-completion.tool-call" | "chat-completion.tool-call-stream" | "chat-completion.tool-result" | "gemini-2-5-flash-image-chat-interface" | "gemini-2-5-flash-image-chat-interface.conversation" | "gemini-2-5-flash-image-chat-interface.image-to-image" | "gemini-2-5-flash-image-chat-interface.stream" | "gemini-3-0-pro-image-preview-chat-interface" | "gemini-3-0-pro-image-preview-chat-interface.conversation" | "gemini-3-0-pro-image-preview-chat-interface.image-size" | "gemini-3-0-pro-image-preview-chat-interface.image-to-image" | "gemini-3-0-pro-image-preview-chat-interface.stream" | "gemini-3-1-flash-image-preview-chat-interface" | "gemini-3-1-flash-image-preview-chat-interface.conversation" | "gemini-3-1-flash-image-preview-chat-interface.image-size" | "gemini-3-1-flash-image-preview-chat-interface.image-to-image" | "gemini-3-1-flash-image-preview-chat-interface.stream";
  createMessage: "anthropic-protocol" | "anthropic-protocol.conversation" | "anthropic-protocol.stream" | "anthropic-protocol.structured-output" | "anthropic-protocol.structured-output.stream" | "anthropic-protocol.thinking" | "anthropic-protocol.thinking-adaptive" | "anthropic-protocol.thinking-adaptive.stream" | "anthropic-protocol.thinking.stream" | "anthropic-protocol.tool-call" | "anthropic-protocol.tool-call.stream" | "anthropic-protocol.tool-result" | "anthropic-protocol.tool-result.stream";
  createBypassMessage: "bypass-anthropic-protocol" | "bypass-anthropic-protocol.conversation" | "bypass-anthropic-protocol.newer-model" | "bypass-anthropic-protocol.newer-model.stream" | "bypass-anthropic-protocol.stream" | "bypass-anthropic-protocol.structured-output" | "bypass-anthropic-protocol.structured-output.stream" | "bypass-anthropic-protocol.text" | "bypass-anthropic-protocol.thinking" | "bypass-anthropic-protocol.thinking-adaptive" | "bypass-anthropic-protocol.thinking-adaptive.stream" | "bypass-anthropic-protocol.thinking.stream" | "bypass-anthropic-protocol.tool-call" | "bypass-anthropic-protocol.tool-call.stream" | "bypass-anthropic-protocol.tool-result" | "bypass-anthropic-protocol.tool-result.stream" | "bypass-anthropic-protocol.web-search";
  generateContent: "bypass-vertex-gemini-protocol.generate-content" | "bypass-vertex-gemini-protocol.generate-content.conversation" | "bypass-vertex-gemini-protocol.generate-content.lite" | "bypass-vertex-gemini-protocol.generate-content.lite-of-google" | "bypass-vertex-gemini-protocol.generate-content.structured-output" | "bypass-vertex-gemini-protocol.generate-content.structured-output-json-schema" | "bypass-vertex-gemini-protocol.generate-content.thinking" | "bypass-vertex-gemini-protocol.generate-content.tool-call" | "bypass-vertex-gemini-protocol.generate-content.tool-result";
  streamGenerateContent: "bypass-vertex-gemini-protocol" | "bypass-vertex-gemini-protocol.conversation" | "bypass-vertex-gemini-protocol.json-array" | "bypass-vertex-gemini-protocol.lite" | "bypass-vertex-gemini-protocol.lite-of-google" | "bypass-vertex-gemini-protocol.lite-preview" | "bypass-vertex-gemini-protocol.structured-output" | "bypass-vertex-gemini-protocol.structured-output-json-schema" | "bypass-vertex-gemini-protocol.thinking" | "bypass-vertex-gemini-protocol.tool-call" | "bypass-vertex-gemini-protocol.tool-result";
  createResponse: "bypass-responses-protocol" | "bypass-responses-protocol.conversation" | "bypass-responses-protocol.newer-model" | "bypass-responses-protocol.newer-model.stream" | "bypass-responses-protocol.stream" | "bypass-responses-protocol.structured-output" | "bypass-responses-protocol.structured-output.stream" | "bypass-responses-protocol.thinking" | "bypass-responses-protocol.thinking.stream" | "bypass-responses-protocol.tool-call" | "bypass-responses-protocol.tool-call.stream" | "bypass-responses-protocol.tool-result" | "bypass-responses-protocol.tool-result.stream";
  createVideo: "sora-2-create-video-generation-task" | "sora-2-create-video-generation-task.image-to-video" | "sora-2-pro-create-video-generation-task" | "sora-2-pro-create-video-generation-task.image-to-video" | "kling-v2-1-create-video-task" | "kling-v2-1-create-video-task.first-last-frame" | "kling-v2-5-turbo-create-video-task" | "kling-v2-5-turbo-create-video-task.first-last-frame" | "kling-v2-5-turbo-create-video-task.image-to-video" | "kling-v2-6-create-video-task" | "kling-v2-6-create-video-task.first-last-frame" | "kling-v2-6-create-video-task.image-to-video" | "kling-v2-6-create-video-task.motion-control" | "kling-v2-6-create-video-task.sound" | "kling-v3-create-video-task" | "kling-v3-create-video-task.first-last-frame" | "kling-v3-create-video-task.image-to-video" | "kling-v3-create-video-task.multi-shot" | "kling-v3-create-video-task.sound" | "kling-v3-create-video-task.text-to-video" | "kling-video-o1-create-video-task" | "kling-video-o1-create-video-task.first-last-frame" | "kling-video-o1-create-video-task.image-to-video" | "kling-video-o1-create-video-task.reference-images" | "kling-video-o1-create-video-task.reference-video" | "kling-video-o1-create-video-task.text-to-video" | "kling-v3-omni-create-video-task" | "kling-v3-omni-create-video-task.first-last-frame" | "kling-v3-omni-create-video-task.image-to-video" | "kling-v3-omni-create-video-task.multi-shot" | "kling-v3-omni-create-video-task.reference-images" | "kling-v3-omni-create-video-task.reference-video" | "kling-v3-omni-create-video-task.sound" | "kling-v3-omni-create-video-task.text-to-video";
  getVideo: "sora-2-query-video-generation-status.failed" | "sora-2-query-video-generation-status.queued" | "sora-2-query-video-generation-status.in-progress" | "sora-2-query-video-generation-status.completed" | "sora-2-pro-query-video-generation-status.failed" | "sora-2-pro-query-video-generation-status.queued" | "sora-2-pro-query-video-generation-status.in-progress" | "sora-2-pro-query-video-generation-status.completed" | "kling-v2-1-query-video-generation-status.uploading" | "kling-v2-1-query-video-generation-status.failed" | "kling-v2-1-query-video-generation-status.initializing" | "kling-v2-1-query-video-generation-status.queued" | "kling-v2-1-query-video-generation-status.in-progress" | "kling-v2-1-query-video-generation-status.downloading" | "kling-v2-1-query-video-generation-status.completed" | "kling-v2-1-query-video-generation-status.cancelled" | "kling-v2-5-turbo-query-video-generation-status.uploading" | "kling-v2-5-turbo-query-video-generation-status.failed" | "kling-v2-5-turbo-query-video-generation-status.initializing" | "kling-v2-5-turbo-query-video-generation-status.queued" | "kling-v2-5-turbo-query-video-generation-status.in-progress" | "kling-v2-5-turbo-query-video-generation-status.downloading" | "kling-v2-5-turbo-query-video-generation-status.completed" | "kling-v2-5-turbo-query-video-generation-status.cancelled" | "kling-v2-6-query-video-generation-status.uploading" | "kling-v2-6-query-video-generation-status.failed" | "kling-v2-6-query-video-generation-status.initializing" | "kling-v2-6-query-video-generation-status.queued" | "kling-v2-6-query-video-generation-status.in-progress" | "kling-v2-6-query-video-generation-status.downloading" | "kling-v2-6-query-video-generation-status.completed" | "kling-v2-6-query-video-generation-status.cancelled" | "kling-v3-query-video-generation-status.uploading" | "kling-v3-query-video-generation-status.failed" | "kling-v3-query-video-generation-status.initializing" | "kling-v3-query-video-generation-status.queued" | "kling-v3-query-video-generation-status.in-progress" | "kling-v3-query-video-generation-status.downloading" | "kling-v3-query-video-generation-status.completed" | "kling-v3-query-video-generation-status.cancelled" | "kling-video-o1-query-video-generation-status.uploading" | "kling-video-o1-query-video-generation-status.failed" | "kling-video-o1-query-video-generation-status.initializing" | "kling-video-o1-query-video-generation-status.queued" | "kling-video-o1-query-video-generation-status.in-progress" | "kling-video-o1-query-video-generation-status.downloading" | "kling-video-o1-query-video-generation-status.completed" | "kling-video-o1-query-video-generation-status.cancelled" | "kling-v3-omni-query-video-generation-status.uploading" | "kling-v3-omni-query-video-generation-status.failed" | "kling-v3-omni-query-video-generation-status.initializing" | "kling-v3-omni-query-video-generation-status.queued" | "kling-v3-omni-query-video-generation-status.in-progress" | "kling-v3-omni-query-video-generation-status.downloading" | "kling-v3-omni-query-video-generation-status.completed" | "kling-v3-omni-query-video-generation-status.cancelled";
  remixVideo: "sora-2-video-remix" | "sora-2-pro-video-remix";
  createVideoGeneration: "veo-create-video-generation-task" | "veo-create-video-generation-task.first-last-frame" | "veo-create-video-generation-task.image-to-video" | "veo-create-video-generation-task.reference-images" | "veo-create-video-generation-task.reference-video";
  getVideoGeneration: "veo-query-video-generation-task.uploading" | "veo-query-video-generation-task.failed" | "veo-query-video-generation-task.initializing" | "veo-query-video-generation-task.queued" | "veo-query-video-generation-task.completed" | "veo-query-video-generation-task.running" | "veo-query-video-generation-task.unknown";
  createContentGenerationTask: "bytedance-doubao-seedance-2-0-260128-create-video-generation-task" | "bytedance-doubao-seedance-2-0-260128-create-video-generation-task.first-last-frame" | "bytedance-doubao-seedance-2-0-260128-create-video-generation-task.image-to-video" | "bytedance-doubao-seedance-2-0-260128-create-video-generation-task.reference-images" | "bytedance-doubao-seedance-2-0-260128-create-video-generation-task.reference-video";
  getContentGenerationTask: "bytedance-doubao-seedance-2-0-260128-query-video-generation-task.failed" | "bytedance-doubao-seedance-2-0-260128-query-video-generation-task.expired" | "bytedance-doubao-seedance-2-0-260128-query-video-generation-task.queued" | "bytedance-doubao-seedance-2-0-260128-query-video-generation-task.cancelled" | "bytedance-doubao-seedance-2-0-260128-query-video-generation-task.running" | "bytedance-doubao-seedance-2-0-260128-query-video-generation-task.succeeded";
  createViduQ1TextToVideo: "viduq1-create-text-to-video-task";
  createViduQ1ReferenceToVideo: "viduq1-create-reference-to-video-task-non-subject" | "viduq1-create-reference-to-video-task-subject" | "viduq1-create-reference-to-video-task-subject.sound";
  createViduQ2TextToVideo: "viduq2-create-text-to-video-task";
  createViduQ2ReferenceToVideo: "viduq2-create-reference-to-video-task-non-subject" | "viduq2-create-reference-to-video-task-subject" | "viduq2-create-reference-to-video-task-subject.sound";
  createViduQ2ProImageToVideo: "viduq2-pro-create-image-to-video-task" | "viduq2-pro-create-image-to-video-task.first-last-frame" | "viduq2-pro-create-image-to-video-task.sound";
  createViduQ2ProStartEndToVideo: "viduq2-pro-create-first-and-last-frame-to-video-task";
  createViduQ2ProReferenceToVideo: "viduq2-pro-create-reference-video-generation-task-non-subject" | "viduq2-pro-create-reference-video-generation-task-non-subject.reference-video";
  createViduQ2TurboImageToVideo: "viduq2-turbo-create-image-to-video-task" | "viduq2-turbo-create-image-to-video-task.first-last-frame";
  createViduQ2TurboStartEndToVideo: "viduq2-turbo-create-first-and-last-frame-to-video-task";
  createViduQ3ProImageToVideo: "viduq3-pro-create-image-to-video-task" | "viduq3-pro-create-image-to-video-task.silent";
  createViduQ3ProTextToVideo: "viduq3-pro-create-text-to-video-task";
  createViduQ3ProStartEndToVideo: "viduq3-pro-create-first-and-last-frame-to-video-task";
  createViduQ3TurboImageToVideo: "viduq3-turbo-create-image-to-video-task" | "viduq3-turbo-create-image-to-video-task.silent";
  createViduQ3TurboTextToVideo: "viduq3-turbo-create-text-to-video-task";
  createViduQ3TurboStartEndToVideo: "viduq3-turbo-create-first-and-last-frame-to-video-task";
  getViduRequestStatus: "viduq1-query-task-status.failed" | "viduq1-query-task-status.in-progress" | "viduq1-query-task-status.completed" | "viduq1-query-task-status.in-queue" | "viduq2-query-task-status.failed" | "viduq2-query-task-status.in-progress" | "viduq2-query-task-status.completed" | "viduq2-query-task-status.in-queue" | "viduq2-pro-query-task-status.failed" | "viduq2-pro-query-task-status.in-progress" | "viduq2-pro-query-task-status.completed" | "viduq2-pro-query-task-status.in-queue" | "viduq2-turbo-query-task-status.failed" | "viduq2-turbo-query-task-status.in-progress" | "viduq2-turbo-query-task-status.completed" | "viduq2-turbo-query-task-status.in-queue" | "viduq3-pro-query-task-status.failed" | "viduq3-pro-query-task-status.in-progress" | "viduq3-pro-query-task-status.completed" | "viduq3-pro-query-task-status.in-queue" | "viduq3-turbo-query-task-status.failed" | "viduq3-turbo-query-task-status.in-progress" | "viduq3-turbo-query-task-status.completed" | "viduq3-turbo-query-task-status.in-queue";
  getViduRequestResult: "viduq1-query-task-results.failed" | "viduq1-query-task-results.in-progress" | "viduq1-query-task-results.completed" | "viduq2-query-task-results.failed" | "viduq2-query-task-results.in-progress" | "viduq2-query-task-results.completed" | "viduq2-pro-query-task-results.failed" | "viduq2-pro-query-task-results.in-progress" | "viduq2-pro-query-task-results.completed" | "viduq2-turbo-query-task-results.failed" | "viduq2-turbo-query-task-results.in-progress" | "viduq2-turbo-query-task-results.completed" | "viduq3-pro-query-task-results.failed" | "viduq3-pro-query-task-results.in-progress" | "viduq3-pro-query-task-results.completed" | "viduq3-turbo-query-task-results.failed" | "viduq3-turbo-query-task-results.in-progress" | "viduq3-turbo-query-task-results.completed";
  createImage: "kling-v1-create-text-to-image-or-single-image-to-image-task" | "kling-v1-create-text-to-image-or-single-image-to-image-task.image-to-image" | "kling-v1-create-text-to-image-or-single-image-to-image-task.negative-prompt" | "kling-v1-create-text-to-image-or-single-image-to-image-task.several-images" | "kling-v1-5-create-text-to-image-or-single-image-to-image-task" | "kling-v1-5-create-text-to-image-or-single-image-to-image-task.face-reference" | "kling-v1-5-create-text-to-image-or-single-image-to-image-task.subject-reference" | "kling-v2-create-text-to-image-or-single-image-to-image-task" | "kling-v2-create-text-to-image-or-single-image-to-image-task.image-to-image" | "kling-v2-create-text-to-image-or-single-image-to-image-task.negative-prompt" | "kling-v2-new-create-single-image-to-image-task" | "kling-v2-1-create-text-to-image-or-single-image-to-image-task" | "kling-v2-1-create-text-to-image-or-single-image-to-image-task.image-to-image" | "kling-v2-1-create-text-to-image-or-single-image-to-image-task.negative-prompt" | "gemini-2-5-flash-image-text-to-image-api" | "gemini-3-0-pro-image-preview-text-to-image-api" | "gemini-3-1-flash-image-preview-text-to-image-api" | "gemini-3-1-flash-image-preview-text-to-image-api.image-size";
  editImage: "kling-v2-create-multi-image-to-image-task" | "kling-v2-create-multi-image-to-image-task.scene-and-style" | "kling-v2-1-create-multi-image-to-image-task" | "gemini-2-5-flash-image-image-to-image-api" | "gemini-3-0-pro-image-preview-image-to-image-api" | "gemini-3-1-flash-image-preview-image-to-image-api" | "gemini-3-1-flash-image-preview-image-to-image-api.mask";
  getImageTask: "kling-v1-query-task-status.failed" | "kling-v1-query-task-status.processing" | "kling-v1-query-task-status.succeed" | "kling-v1-5-query-task-status.failed" | "kling-v1-5-query-task-status.processing" | "kling-v1-5-query-task-status.succeed" | "kling-v2-query-task-status.failed" | "kling-v2-query-task-status.processing" | "kling-v2-query-task-status.succeed" | "kling-v2-new-query-task-status.failed" | "kling-v2-new-query-task-status.processing" | "kling-v2-new-query-task-status.succeed" | "kling-v2-1-query-task-status.failed" | "kling-v2-1-query-task-status.processing" | "kling-v2-1-query-task-status.succeed";
  createKlingImageO1: "kling-image-o1-create-image-generation-task" | "kling-image-o1-create-image-generation-task.image-to-image";
  getKlingImageRequestStatus: "kling-image-o1-query-image-generation-task.failed" | "kling-image-o1-query-image-generation-task.in-progress" | "kling-image-o1-query-image-generation-task.completed" | "kling-image-o1-query-image-generation-task.in-queue";
  getKlingImageRequestResult: "kling-image-o1-get-result.failed" | "kling-image-o1-get-result.in-progress" | "kling-image-o1-get-result.completed";
  listFiles: "list-user-files";
  createFile: "create-file-upload-task";
  getFile: "query-file-status.pending" | "query-file-status.uploading" | "query-file-status.ready" | "query-file-status.failed" | "query-file-status.expired";
  deleteFile: "delete-file";
}

/** The responses of each operation, by status. */
export interface ResponsesByStatus {
  listModels:
    | DefinedResponse<200, components['schemas']["ModelList"]>
    | DefinedResponse<401, operations["listModels"]['responses'][401]['content']['application/json']>
    | DefinedResponse<402 | 403 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>;
  createChatCompletion:
    | DefinedResponse<200, components['schemas']["ChatCompletionResponse"]>
    | DefinedResponse<400 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>
    | DefinedResponse<401, operations["createChatCompletion"]['responses'][401]['content']['application/json']>;
  createMessage:
    | DefinedResponse<200, components['schemas']["AnthropicMessage"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["AnthropicErrorResponse"]>;
  createBypassMessage:
    | DefinedResponse<200, components['schemas']["AnthropicMessage"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["AnthropicErrorResponse"]>;
  generateContent:
    | DefinedResponse<200, components['schemas']["GenerateContentResponse"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["GeminiErrorResponse"]>;
  streamGenerateContent:
    | DefinedResponse<200, operations["streamGenerateContent"]['responses'][200]['content']['application/json']>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["GeminiErrorResponse"]>;
  createResponse:
    | DefinedResponse<200, components['schemas']["ResponseObject"]>
    | DefinedResponse<400 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>
    | DefinedResponse<401, operations["createResponse"]['responses'][401]['content']['application/json']>;
  createVideo:
    | DefinedResponse<200, operations["createVideo"]['responses'][200]['content']['application/json']>
    | DefinedResponse<400 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>
    | DefinedResponse<401, operations["createVideo"]['responses'][401]['content']['application/json']>;
  getVideo:
    | DefinedResponse<200, operations["getVideo"]['responses'][200]['content']['application/json']>
    | DefinedResponse<400 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>
    | DefinedResponse<401, operations["getVideo"]['responses'][401]['content']['application/json']>;
  remixVideo:
    | DefinedResponse<200, components['schemas']["VideoCreateResponse"]>
    | DefinedResponse<400 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>
    | DefinedResponse<401, operations["remixVideo"]['responses'][401]['content']['application/json']>;
  createVideoGeneration:
    | DefinedResponse<200, components['schemas']["CreateVideoGenerationResponse"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["VeoErrorResponse"]>;
  getVideoGeneration:
    | DefinedResponse<200, components['schemas']["VideoGenerationJobInfo"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["VeoErrorResponse"]>;
  createContentGenerationTask:
    | DefinedResponse<200, components['schemas']["CreateVideoTaskResponse"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ArkErrorResponse"]>;
  getContentGenerationTask:
    | DefinedResponse<200, components['schemas']["GetVideoTaskResponse"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ArkErrorResponse"]>;
  createViduQ1TextToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ1ReferenceToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ2TextToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ2ReferenceToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ2ProImageToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ2ProStartEndToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ2ProReferenceToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ2TurboImageToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ2TurboStartEndToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ3ProImageToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ3ProTextToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ3ProStartEndToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ3TurboImageToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ3TurboTextToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createViduQ3TurboStartEndToVideo:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  getViduRequestStatus:
    | DefinedResponse<200 | 202, components['schemas']["ViduQueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  getViduRequestResult:
    | DefinedResponse<200, components['schemas']["ViduVideoResult"]>
    | DefinedResponse<400, operations["getViduRequestResult"]['responses'][400]['content']['application/json']>
    | DefinedResponse<401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  createImage:
    | DefinedResponse<200, operations["createImage"]['responses'][200]['content']['application/json']>
    | DefinedResponse<400, operations["createImage"]['responses'][400]['content']['application/json']>
    | DefinedResponse<401, operations["createImage"]['responses'][401]['content']['application/json']>
    | DefinedResponse<402, operations["createImage"]['responses'][402]['content']['application/json']>
    | DefinedResponse<403, operations["createImage"]['responses'][403]['content']['application/json']>
    | DefinedResponse<404, operations["createImage"]['responses'][404]['content']['application/json']>
    | DefinedResponse<429, operations["createImage"]['responses'][429]['content']['application/json']>
    | DefinedResponse<500, operations["createImage"]['responses'][500]['content']['application/json']>
    | DefinedResponse<503, operations["createImage"]['responses'][503]['content']['application/json']>;
  editImage:
    | DefinedResponse<200, operations["editImage"]['responses'][200]['content']['application/json']>
    | DefinedResponse<400, operations["editImage"]['responses'][400]['content']['application/json']>
    | DefinedResponse<401, operations["editImage"]['responses'][401]['content']['application/json']>
    | DefinedResponse<402, operations["editImage"]['responses'][402]['content']['application/json']>
    | DefinedResponse<403, operations["editImage"]['responses'][403]['content']['application/json']>
    | DefinedResponse<404, operations["editImage"]['responses'][404]['content']['application/json']>
    | DefinedResponse<429, operations["editImage"]['responses'][429]['content']['application/json']>
    | DefinedResponse<500, operations["editImage"]['responses'][500]['content']['application/json']>
    | DefinedResponse<503, operations["editImage"]['responses'][503]['content']['application/json']>;
  getImageTask:
    | DefinedResponse<200, components['schemas']["KlingImageTaskStatusResponse"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["KlingImageErrorResponse"]>;
  createKlingImageO1:
    | DefinedResponse<200, components['schemas']["QueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  getKlingImageRequestStatus:
    | DefinedResponse<200 | 202, components['schemas']["KlingImageQueueStatus"]>
    | DefinedResponse<400 | 401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  getKlingImageRequestResult:
    | DefinedResponse<200, components['schemas']["KlingImageResult"]>
    | DefinedResponse<400, operations["getKlingImageRequestResult"]['responses'][400]['content']['application/json']>
    | DefinedResponse<401 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["QueueErrorResponse"]>;
  listFiles:
    | DefinedResponse<200, components['schemas']["FileListResponse"]>
    | DefinedResponse<400 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>
    | DefinedResponse<401, operations["listFiles"]['responses'][401]['content']['application/json']>;
  createFile:
    | DefinedResponse<201, components['schemas']["FileResponse"]>
    | DefinedResponse<400 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>
    | DefinedResponse<401, operations["createFile"]['responses'][401]['content']['application/json']>;
  getFile:
    | DefinedResponse<200, components['schemas']["FileResponse"]>
    | DefinedResponse<400 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>
    | DefinedResponse<401, operations["getFile"]['responses'][401]['content']['application/json']>;
  deleteFile:
    | DefinedResponse<200, components['schemas']["FileDeleteResponse"]>
    | DefinedResponse<400 | 402 | 403 | 404 | 429 | 500 | 503, components['schemas']["ErrorResponse"]>
    | DefinedResponse<401, operations["deleteFile"]['responses'][401]['content']['application/json']>;
}
