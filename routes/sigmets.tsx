import { hazardRoute } from "./(_model)/hazard_route.tsx";

const { handler, Page } = hazardRoute("sigmet");

export { handler };
export default Page;
