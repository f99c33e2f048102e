import { hazardRoute } from "./(_model)/hazard_route.tsx";

const { handler, Page } = hazardRoute("pirep");

export { handler };
export default Page;
