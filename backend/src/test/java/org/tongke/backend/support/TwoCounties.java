package org.tongke.backend.support;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.correction.Correction;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.exchange.Supplier;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.push.Push;
import org.tongke.backend.push.Recommendation;
import org.tongke.backend.push.RuleSaid;
import org.tongke.backend.register.ExchangePeriod;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceProblem;
import org.tongke.backend.verification.Verdict;
import org.tongke.backend.verification.review.ItemSaid;

/**
 * A community with a lesson and evidence, and everybody who may ask for it: people of its schools and their offices (here), of a
 * neighbouring school that belongs to another community of the same county (next), and of a county of another city (away).
 */
public final class TwoCounties {
    /** Code of the county here. */
    public static final String COUNTY = "330382";
    /** Code of its city. */
    public static final String CITY = "3303";
    /** Code of the county away. */
    public static final String COUNTY_AWAY = "330212";
    /** Code of its city. */
    public static final String CITY_AWAY = "3302";

    /** Long after all tests. */
    public static final Instant LATER = Instant.parse("2090-01-01T00:00:00Z");

    /** Schools of the county here that have a teacher of mathematics. */
    public static final RuleSaid TO_MATHEMATICIANS =
            new RuleSaid(List.of(COUNTY), List.of(), List.of(), List.of("MATHEMATICS"), List.of(), List.of());

    private final World world;
    private final Community here;
    private final Community next;
    private final Community away;
    private final Activity lesson;
    private final Activity entered;
    private final Activity enteredToo;
    private final Teacher teacher;
    private final Evidence evidence;
    private final Supplier otherSupplier;
    private final Person colleague;
    private final UploadTicket ticketOfColleague;
    private final Evidence withdrawn;
    private final Evidence document;
    private final ExchangePeriod exchange;
    private final Resource resource;
    private final ResourceProblem problem;
    private final Correction correction;
    private final Resource centreResource;
    private final Push push;
    private final Push plannedPush;
    private final Recommendation recommendation;
    private final Community toPass;
    private final Community toPassWithOthers;
    private final Community toWithdrawWithOthers;
    private final Community toSendBack;
    private final Community toResubmit;
    private final Community toWithdraw;
    private final Map<String, Person> people = new LinkedHashMap<>();

    private TwoCounties(ApplicationContext app) {
        world = World.in(app);
        here = world.community(world.school(COUNTY), List.of(world.school(COUNTY)));
        next = world.community(world.school(COUNTY), List.of(world.school(COUNTY)));
        away = world.community(world.school(COUNTY_AWAY), List.of(world.school(COUNTY_AWAY)));
        otherSupplier = world.supplier();
        enterPeople();
        colleague = world.person(Role.CLERK, PlaceKey.school(here.memberIds().getFirst()));
        teacher = world.teacher(school(), "李老师");
        lesson = heldLesson(app);
        entered = world.enter(person("clerk here"), here, world.day(11));
        enteredToo = world.enter(person("clerk here"), here, world.day(12));
        evidence = world.upload(person("clerk here"), here, Upload.phonePhoto(lesson.id()));
        world.view(person("clerk here"), evidence);
        ticketOfColleague = world.send(colleague, here, Upload.document());
        withdrawn = world.withdraw(
                person("clerk here"), world.upload(person("clerk here"), here, Upload.photo(lesson.id())));
        document = world.uploadForAll(person("county here"), COUNTY, List.of(here));
        exchange = world.exchange(
                person("clerk here"), here, teacher, here.memberIds().getFirst(), 21);
        resource = world.share(person("teacher here"), here, "二次函数的图像");
        world.tie(person("teacher here"), resource, lesson);
        problem = world.report(colleague, resource);
        correction = world.askCorrection(person("teacher here"), lesson);
        // another one, as the school here may be closed
        world.teacher(world.schoolsOf(here).getLast(), "王老师");
        var centre = world.centre(person("centre"));
        centreResource = centre.share("复式教学");
        push = centre.push(centreResource, TO_MATHEMATICIANS);
        plannedPush = centre.plan(UUID.randomUUID(), centreResource, TO_MATHEMATICIANS, Optional.of(LATER));
        recommendation = world.recommend(person("teacher here"), resource);
        world.progress(here, 4);
        toPass = world.ready(COUNTY, colleague);
        toPassWithOthers = world.ready(COUNTY, colleague);
        toWithdrawWithOthers = world.ready(COUNTY, colleague);
        toSendBack = world.ready(COUNTY, colleague);
        toResubmit = world.ready(school(), colleague);
        toWithdraw = world.ready(COUNTY, colleague);
        var officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
        world.sendBack(officer, toResubmit, List.of(new ItemSaid("1.1", Optional.empty(), Optional.empty(), "缺公章")));
        world.say(officer, Verdict.Kind.PASSED, toWithdraw);
        world.say(officer, Verdict.Kind.PASSED, toWithdrawWithOthers);
    }

    /** The two counties in an application; others stand beside them. */
    public static TwoCounties in(ApplicationContext app) {
        return new TwoCounties(app);
    }

    private void enterPeople() {
        for (var role : List.of(Role.TEACHER, Role.CLERK)) {
            var name = role.name().toLowerCase(Locale.ROOT);
            people.put(name + " here", world.person(role, PlaceKey.school(here.coreId())));
            people.put(name + " next", world.person(role, PlaceKey.school(next.coreId())));
            people.put(name + " away", world.person(role, PlaceKey.school(away.coreId())));
        }
        people.put("county here", world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY)));
        people.put("county away", world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY_AWAY)));
        people.put("city here", world.person(Role.CITY_OFFICER, PlaceKey.region(CITY)));
        people.put("city away", world.person(Role.CITY_OFFICER, PlaceKey.region(CITY_AWAY)));
        people.put("province", world.person(Role.PROVINCE_OFFICER, PlaceKey.region(Regions.PROVINCE)));
        people.put("centre", world.person(Role.RESOURCE_CENTRE, PlaceKey.region(Regions.PROVINCE)));
        people.put("centre away", world.person(Role.RESOURCE_CENTRE, PlaceKey.region(CITY_AWAY)));
        people.put("supplier own", world.platformOf(world.supplierOfLessons()));
        people.put("supplier other", world.platformOf(otherSupplier));
        people.put("developer", world.person(Role.DEVELOPER));
        people.put("administrator", world.person(Role.ADMINISTRATOR));
    }

    private Activity heldLesson(ApplicationContext app) {
        var planned = world.lesson(here, world.day(10));
        return app.getBean(Activities.class)
                .recordAttendance(
                        planned.id(),
                        40,
                        planned.revision(),
                        person("teacher here").viewer(),
                        Scope.EVERYWHERE);
    }

    /** The world in which they lie. */
    public World world() {
        return world;
    }

    /** Everybody, by what they are and where. */
    public Map<String, Person> people() {
        return people;
    }

    /** Somebody of {@link #people}. */
    public Person person(String name) {
        var person = people.get(name);
        if (person == null) {
            throw new IllegalArgumentException("nobody is " + name);
        }
        return person;
    }

    /** The community here. */
    public Community here() {
        return here;
    }

    /** The community of the neighbouring schools. */
    public Community next() {
        return next;
    }

    /** The community of the other county. */
    public Community away() {
        return away;
    }

    /** The core school of the community here. */
    public School school() {
        return world.schoolsOf(here).getFirst();
    }

    /** An activity that a school here entered. */
    public Activity entered() {
        return entered;
    }

    /** Another activity that a school here entered. */
    public Activity enteredToo() {
        return enteredToo;
    }

    /** A teacher of the school here. */
    public Teacher teacher() {
        return teacher;
    }

    /** A lesson of the community here, which took place. */
    public Activity lesson() {
        return lesson;
    }

    /** A photo of the lesson. */
    public Evidence evidence() {
        return evidence;
    }

    /** A photo of the lesson that was withdrawn. */
    public Evidence withdrawn() {
        return withdrawn;
    }

    /** A document of the county here. */
    public Evidence document() {
        return document;
    }

    /** The {@link #teacher} at the member school here. */
    public ExchangePeriod exchange() {
        return exchange;
    }

    /** A link that the teacher here shares with the community here; the lesson uses it. */
    public Resource resource() {
        return resource;
    }

    /** What the {@link #colleague} says to be wrong with {@link #resource}. */
    public ResourceProblem problem() {
        return problem;
    }

    /** What the teacher here says to be wrong with the {@link #lesson}. */
    public Correction correction() {
        return correction;
    }

    /** What the province's resource centre shares. */
    public Resource centreResource() {
        return centreResource;
    }

    /** The {@link #centreResource}, pushed to schools of the county here that have a teacher of mathematics, as the core school here has. */
    public Push push() {
        return push;
    }

    /** The same, which waits for its time. */
    public Push plannedPush() {
        return plannedPush;
    }

    /** The {@link #resource}, recommended to the province. */
    public Recommendation recommendation() {
        return recommendation;
    }

    /** A community of the county here that waits to be verified. */
    public Community toPass() {
        return toPass;
    }

    /** One that waits, to be passed beside others. */
    public Community toPassWithOthers() {
        return toPassWithOthers;
    }

    /** One that is passed, to be taken back beside others. */
    public Community toWithdrawWithOthers() {
        return toWithdrawWithOthers;
    }

    /** Another one. */
    public Community toSendBack() {
        return toSendBack;
    }

    /** A community of the school here that was sent back. */
    public Community toResubmit() {
        return toResubmit;
    }

    /** A community of the county here that is verified. */
    public Community toWithdraw() {
        return toWithdraw;
    }

    /** The clerk of the member school here. */
    public Person colleague() {
        return colleague;
    }

    /** A ticket of the {@link #colleague}; its bytes have arrived and wait to be confirmed. */
    public UploadTicket ticketOfColleague() {
        return ticketOfColleague;
    }
}
