/**
 * Kubernetes objects as kustomize renders them, and their types.
 *
 * @module
 */
import { parseAllDocuments } from "yaml";
import { say } from "../../../tests/support/say.ts";
import { typeErrorsOf } from "./type_check.ts";

// deno-lint-ignore no-explicit-any -- objects of many kinds, looked at member by member
export type KubernetesObject = any;

/** Renders an overlay; throws where kubectl refuses it. */
export async function render(kubectl: string, folder: string): Promise<KubernetesObject[]> {
  const { code, text } = await say(kubectl, ["kustomize", folder]);
  if (code !== 0) throw new Error(text);
  return objectsOf(text);
}

/** All objects of a file. */
export function objectsOf(text: string): KubernetesObject[] {
  return parseAllDocuments(text).map((document) => document.toJS()).filter((one) => one !== null);
}

const CORE = "npm:kubernetes-types@1.30.0";
const MODELS = "npm:@kubernetes-models";
/** Where the type of each kind is: the types of Kubernetes, and of the operators that we name. */
const TYPES: Readonly<Record<string, [module: string, type: string]>> = {
  "v1 Namespace": [`${CORE}/core/v1.d.ts`, "Namespace"],
  "v1 ConfigMap": [`${CORE}/core/v1.d.ts`, "ConfigMap"],
  "v1 Secret": [`${CORE}/core/v1.d.ts`, "Secret"],
  "v1 Service": [`${CORE}/core/v1.d.ts`, "Service"],
  "v1 ServiceAccount": [`${CORE}/core/v1.d.ts`, "ServiceAccount"],
  "apps/v1 Deployment": [`${CORE}/apps/v1.d.ts`, "Deployment"],
  "batch/v1 CronJob": [`${CORE}/batch/v1.d.ts`, "CronJob"],
  "policy/v1 PodDisruptionBudget": [`${CORE}/policy/v1.d.ts`, "PodDisruptionBudget"],
  "autoscaling/v2 HorizontalPodAutoscaler": [
    `${CORE}/autoscaling/v2.d.ts`,
    "HorizontalPodAutoscaler",
  ],
  "networking.k8s.io/v1 Ingress": [`${CORE}/networking/v1.d.ts`, "Ingress"],
  "networking.k8s.io/v1 NetworkPolicy": [`${CORE}/networking/v1.d.ts`, "NetworkPolicy"],
  "monitoring.coreos.com/v1 ServiceMonitor": [
    `${MODELS}/prometheus-operator@6.0.0/monitoring.coreos.com/v1/ServiceMonitor`,
    "IServiceMonitor",
  ],
  "external-secrets.io/v1 ExternalSecret": [
    `${MODELS}/external-secrets@2.0.0/external-secrets.io/v1/ExternalSecret`,
    "IExternalSecret",
  ],
  "external-secrets.io/v1 SecretStore": [
    `${MODELS}/external-secrets@2.0.0/external-secrets.io/v1/SecretStore`,
    "ISecretStore",
  ],
  "cert-manager.io/v1 ClusterIssuer": [
    `${MODELS}/cert-manager@6.0.0/cert-manager.io/v1/ClusterIssuer`,
    "IClusterIssuer",
  ],
};

/**
 * Has the compiler check each object against the type of its kind: unknown and missing members and wrong
 * types are errors. Returns what the compiler says; empty for nothing.
 */
export function typeErrors(objects: readonly KubernetesObject[]): Promise<string> {
  return typeErrorsOf(objects.map((object) => {
    const kind = `${object.apiVersion} ${object.kind}`;
    const type = TYPES[kind];
    if (type === undefined) throw new Error(`no type is known for ${kind}`);
    return { module: type[0], type: type[1], expression: JSON.stringify(object, null, 1) };
  }));
}
