/** Written alike in every language; licences ask for the names as they are. */
export const CREDIT = '© OpenStreetMap contributors (ODbL) · Natural Earth · GeoNames (CC BY 4.0) · OurAirports'

export const Credit = () => <p className="map-credit">{CREDIT}</p>
