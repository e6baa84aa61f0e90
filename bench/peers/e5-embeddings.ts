/**
 * The encoder as users of LangChain.js and Orama run it: LangChain's own class over Hugging Face's transformers, with
 * its own batches, on the same files as Sourcier's. Only the prefixes that the e5 family wants are added.
 */
import { fileURLToPath } from "node:url";
import { env, type PretrainedModelOptions } from "@huggingface/transformers";
import { HuggingFaceTransformersEmbeddings } from "@langchain/community/embeddings/huggingface_transformers";

/** LangChain's type is narrower than what it hands on: the files hold quantised weights only. */
const quantized: PretrainedModelOptions = { dtype: "q8" };

const modelsDir = fileURLToPath(new URL("../../models/", import.meta.url));

class E5Embeddings extends HuggingFaceTransformersEmbeddings {
  override embedDocuments(texts: string[]): Promise<number[][]> {
    return super.embedDocuments(texts.map((text) => `passage: ${text}`));
  }

  override embedQuery(text: string): Promise<number[]> {
    return super.embedQuery(`query: ${text}`);
  }
}

export async function loadE5Embeddings(): Promise<E5Embeddings> {
  env.allowRemoteModels = false;
  env.localModelPath = modelsDir;
  const embeddings = new E5Embeddings({
    model: "sourcier-e5-small",
    pretrainedOptions: quantized,
  });
  await embeddings.embedQuery("?"); // It loads the model when it is first used.
  return embeddings;
}
