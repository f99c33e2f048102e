import { hazardRoute } from "./(_model)/hazard_route.tsx";

const { handler, Page } = hazardRoute("cwa");

export { handler };
export default Page;
