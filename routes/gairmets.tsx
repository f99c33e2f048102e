import { hazardRoute } from "./(_model)/hazard_route.tsx";

const { handler, Page } = hazardRoute("gairmet");

export { handler };
export default Page;
