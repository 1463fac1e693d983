export { type Cluster, type ClusterState, joinCluster } from './cluster.ts';
