/// The types of schema.org (version 30) that an item may have: works, products, services, organisations, places,
/// people, events and medical entities. Pages, parts of pages, actions and values are left out, since nobody compares
/// them.
enum SchemaOrgTypes {
  static let ofItems: [String] =
    """
    APIReference Accommodation AccountingService AdministrativeArea AdultEntertainment AdvertiserContentArticle
    Airline Airport AmusementPark AnalysisNewsArticle AnimalShelter Apartment ApartmentComplex Aquarium
    ArchiveOrganization ArtGallery Article AskPublicNewsArticle Atlas Attorney AutoBodyShop AutoDealer
    AutoPartsStore AutoRental AutoRepair AutoWash AutomatedTeller AutomotiveBusiness BackgroundNewsArticle Bakery
    BankAccount BankOrCreditUnion BarOrPub Beach BeautySalon BedAndBreakfast BikeStore BioChemEntity Blog
    BlogPosting BoatTerminal BoatTrip BodyOfWater Book BookSeries BookStore BowlingAlley Brand Brewery Bridge
    BroadcastService BrokerageAccount BuddhistTemple BusOrCoach BusStation BusStop BusTrip BusinessEvent
    CableOrSatelliteService CafeOrCoffeeShop Campground CampingPitch Canal Car Casino CategoryCodeSet
    CatholicChurch Cemetery Chapter ChemicalSubstance ChildCare ChildrensEvent Church City CityHall CivicStructure
    ClothingStore Code Collection CollegeOrUniversity ComedyClub ComedyEvent ComicCoverArt ComicSeries ComicStory
    ComputerStore ConferenceEvent Consortium Continent ConvenienceStore Cooperative Corporation Country Course
    CourseInstance Courthouse CoverArt CovidTestingFacility CreativeWork CreativeWorkSeries Credential CreditCard
    Crematorium CurrencyConversionService DanceEvent DanceGroup DataCatalog Dataset DaySpa DefenceEstablishment
    DefinedRegion DefinedTermSet Dentist DepartmentStore DepositAccount DiagnosticLab DiagnosticProcedure Diet
    DietarySupplement DigitalDocument DiscussionForumPosting Distillery Drawing Drug DrugClass DrugCost
    DryCleaningOrLaundry EducationEvent EducationalOrganization Electrician ElectronicsStore ElementarySchool
    Embassy EmergencyService EmploymentAgency EntertainmentBusiness Event EventSeries EventVenue ExerciseGym
    ExhibitionEvent FastFoodRestaurant Festival FinancialProduct FinancialService FireStation Flight Florist
    FoodEstablishment FoodEvent FoodService FundingAgency FundingScheme FurnitureStore Game GardenStore GasStation
    GatedResidenceCommunity Gene GeneralContractor GolfCourse GovernmentBuilding GovernmentOffice
    GovernmentOrganization GovernmentService GroceryStore Guide HVACBusiness Hackathon HairSalon HardwareStore
    HealthAndBeautyBusiness HealthClub HighSchool HinduTemple HobbyShop HomeAndConstructionBusiness HomeGoodsStore
    Hospital Hostel Hotel HotelRoom House HousePainter HowTo IceCreamShop IndividualPhysician IndividualProduct
    InfectiousDisease InsuranceAgency InternetCafe InvestmentFund InvestmentOrDeposit JewelryStore LakeBodyOfWater
    Landform LandmarksOrHistoricalBuildings Language LearningResource LegalService LegislativeBuilding Library
    LibrarySystem LifestyleModification LiquorStore LiteraryEvent LiveBlogPosting LoanOrCredit LocalBusiness
    Locksmith LodgingBusiness Map MedicalBusiness MedicalClinic MedicalCondition MedicalDevice MedicalEntity
    MedicalOrganization MedicalProcedure MedicalRiskCalculator MedicalRiskEstimator MedicalRiskScore
    MedicalScholarlyArticle MedicalTherapy MeetingRoom MensClothingStore MiddleSchool MobileApplication
    MobilePhoneStore MolecularEntity MortgageLoan Mosque Motel Motorcycle MotorcycleDealer MotorcycleRepair
    MotorizedBicycle Mountain Movie MovieRentalStore MovieSeries MovieTheater MovingCompany Museum MusicAlbum
    MusicComposition MusicEvent MusicGroup MusicPlaylist MusicRecording MusicRelease MusicStore MusicVenue NGO
    NailSalon NewsArticle NewsMediaOrganization Newspaper NightClub Notary NoteDigitalDocument Occupation
    OccupationalTherapy OceanBodyOfWater OfficeEquipmentStore OnlineBusiness OnlineMarketplace OnlineStore
    OperatingSystem OpinionNewsArticle Optician Organization OutletStore Painting PalliativeProcedure Park
    ParkingFacility Patient PawnShop PaymentCard PaymentService PerformingArtsEvent PerformingArtsTheater
    PerformingGroup Periodical Person PetStore Pharmacy Photograph PhysicalActivity PhysicalTherapy Physician
    PhysiciansOffice Place PlaceOfWorship Play Playground Plumber PodcastSeries PoliceStation PoliticalParty Pond
    PostOffice Poster Preschool PresentationDigitalDocument Product ProductCollection ProductGroup ProductModel
    ProfessionalService Project Protein PsychologicalTreatment PublicSwimmingPool PublicToilet Quiz RVPark
    RadiationTherapy RadioBroadcastService RadioSeries RadioStation RealEstateAgent Recipe RecyclingCenter Report
    ReportageNewsArticle ResearchOrganization ResearchProject Reservoir Residence Resort Restaurant
    RiverBodyOfWater RoofingContractor Room RuntimePlatform SaleEvent SatiricalArticle ScholarlyArticle School
    SchoolDistrict ScreeningEvent Sculpture SeaBodyOfWater SearchRescueOrganization Season SelfStorage
    SequentialArt Service ShoeStore ShoppingCenter SingleFamilyResidence SkiResort SocialEvent SocialMediaPosting
    SoftwareApplication SoftwareSourceCode SomeProducts SportingGoodsStore SportsActivityLocation SportsClub
    SportsEvent SportsOrganization SportsTeam SpreadsheetDigitalDocument StadiumOrArena State Store Substance
    SubwayStation Suite SurgicalProcedure Syllabus Synagogue TVSeries TattooParlor Taxi TaxiService TaxiStand
    Taxon TechArticle TelevisionStation TennisComplex TextDigitalDocument TheaterEvent TheaterGroup
    TherapeuticProcedure Thing TireShop TouristAttraction TouristDestination TouristInformationCenter TouristTrip
    ToyStore TrainStation TrainTrip TravelAgency Trip VacationRental Vehicle VeterinaryCare VideoGame
    VideoGameSeries VisualArtsEvent VisualArtwork Volcano Waterfall WebAPI WebApplication WebSite WholesaleStore
    Winery WorkersUnion Zoo
    """.split { $0.isWhitespace }.map(String.init)
}
