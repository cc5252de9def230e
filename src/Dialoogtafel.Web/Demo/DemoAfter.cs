using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// A second series whose table was held two months ago, with six actions in all states: klaar, loopt, hulp nodig, to be
/// asked by phone, nobody's, stopped. Told through the verbs of the domain on their own days; nothing of it falls due
/// in the coming two weeks.
/// </summary>
internal sealed class DemoAfter(
    DialoogtafelDb db,
    DemoWorld world,
    DemoClock clock,
    ActionMails mails,
    FieldCipher cipher,
    InstallationOptions options
)
{
    private const int Held = 60;
    private readonly FollowUpPlan plan = options.FollowUp;
    private DateTimeOffset today;

    public async Task TellAsync(CancellationToken stop)
    {
        today = clock.Now;
        var table = await TableAsync(stop);
        var (bea, cas, greet) = (
            Person("Bea", "Verhoeven", "bea@voorbeeld.example", "06-55501101"),
            Person("Cas", "Meijer", "cas@voorbeeld.example", "06-55501102"),
            Person("Greet", "Post", null, "06-55501103")
        );
        var party = world.Parties["Gemeente"];
        db.AddRange(bea, cas, greet);
        await db.SaveChangesAsync(stop);
        db.AddRange(
            new[] { bea, cas, greet }.Select(person => new PersonPerspective
            {
                PersonId = person.Id,
                PerspectiveId = party.Id,
                AccordingTo = "Marieke van het team",
            })
        );

        var trial = await AgreeAsync(table, "Een proefles regelen bij de zwemclub", bea, Held - 50, stop);
        var quiet = await AgreeAsync(table, "Een rustige hoek vragen in de bibliotheek", cas, Held - 40, stop);
        var leaflet = await AgreeAsync(
            table,
            "Uitleg over snel moe zijn in het blad van de gemeente",
            bea,
            Held + 20,
            stop,
            ActionLevel.Policy,
            "de wethouder sport"
        );
        var buddy = await AgreeAsync(table, "Een maatje zoeken voor de eerste keer sporten", greet, Held + 20, stop);
        await AgreeAsync(table, "Een bankje aanvragen bij het sportveld", null, null, stop);
        var course = await AgreeAsync(
            table,
            "Een cursus voor trainers",
            cas,
            null,
            stop,
            ActionLevel.Board,
            "het bestuur van de sportbond"
        );

        At(Held - 2, () => Say(buddy, ActionAnswer.Running, "Greet vraagt het eerst in de eigen straat.", Team));
        foreach (var action in new[] { trial, leaflet, course, quiet })
        {
            await AskAsync(action, Held - 21, stop);
        }

        At(Held - 22, () => Say(trial, ActionAnswer.Done, null, Hand.Self));
        At(Held - 23, () => Say(quiet, ActionAnswer.Running, null, Hand.Self));
        At(Held - 24, () => Say(leaflet, ActionAnswer.NeedsHelp, "Ik weet niet bij wie ik moet zijn.", Hand.Self));
        At(Held - 32, () => buddy.Asked(byMail: false, plan, clock.Utc));
        At(20, () => course.Stop("De sportbond heeft zelf al een cursus.", Team, clock.Utc));
        await AskAsync(quiet, Held - 51, stop);
        clock.Now = today;
        await db.SaveChangesAsync(stop);
    }

    private Hand Team => new(ContactChannel.Phone, world.Organiser.Id);

    private async Task<Gathering> TableAsync(CancellationToken stop)
    {
        var first = world.FirstTable;
        var domain = await db.LifeDomains.SingleAsync(item => item.Name.StartsWith("Vrije tijd"), stop);
        var series = new GatheringSeries
        {
            ProjectId = world.Project.Id,
            LifeDomainId = domain.Id,
            Subject = "sporten en meedoen bij een vereniging",
            CreatedAt = today.UtcDateTime.AddDays(-100),
        };
        var day = LocalTime.ToLocal(today.UtcDateTime, options.Zone).Date;
        foreach (var (ago, number) in new[] { (Held + 35, 1), (Held, 2) })
        {
            var table = Gathering.Of(
                first.Kind ?? await db.GatheringKinds.SingleAsync(item => item.Id == first.KindId, stop),
                number
            );
            (table.StartsAt, table.Location, table.ContactPersonId) = (
                LocalTime.ToUtc(day.AddDays(-ago).AddHours(13.5), options.Zone),
                first.Location,
                world.Organiser.Id
            );
            table.Lead(
                first.ProcessFacilitatorId,
                first.ContentFacilitatorId,
                null,
                new Appointer(world.Organiser.Id, true, true, true),
                answered: false,
                series.CreatedAt
            );
            series.Gatherings.Add(table);
        }

        db.Add(series);
        await db.SaveChangesAsync(stop);
        return series.Gatherings[1];
    }

    private Person Person(string first, string last, string? mail, string phone) =>
        new()
        {
            FirstName = first,
            LastName = last,
            Email = mail,
            Phone = phone,
            CreatedAt = today.UtcDateTime.AddDays(-100),
            Preference = mail is null ? ContactPreference.Phone : ContactPreference.Mail,
        };

    private async Task<AgreedAction> AgreeAsync(
        Gathering table,
        string text,
        Person? owner,
        int? target,
        CancellationToken stop,
        ActionLevel level = ActionLevel.Own,
        string decides = ""
    )
    {
        clock.Now = On(Held, 16);
        var action = new AgreedAction
        {
            GatheringId = table.Id,
            Gathering = table,
            Text = text,
            CreatedAt = clock.Utc,
            CoordinatorId = world.Organiser.Id,
            TargetOn = target is { } days ? plan.Day(On(Held - days, 12).UtcDateTime) : null,
        };
        action.PutOn(level, decides, clock.Utc);
        db.Actions.Add(action);
        action.GiveTo(owner, null, new Hand(ContactChannel.InPerson, world.Organiser.Id), plan, clock.Utc);
        await db.SaveChangesAsync(stop);
        await mails.AssignAsync(action, clock.Utc, stop);
        Sent();
        return action;
    }

    private async Task AskAsync(AgreedAction action, int ago, CancellationToken stop)
    {
        clock.Now = On(ago, 10);
        action.Asked(byMail: true, plan, clock.Utc);
        await mails.AskAsync(action, clock.Utc, stop);
        Sent();
    }

    private void At(int ago, Action happen)
    {
        clock.Now = On(ago, 14);
        happen();
    }

    private void Say(AgreedAction action, ActionAnswer answer, string? words, Hand by) =>
        action.TakeAnswer(answer, words is null ? null : cipher.Seal(words), by, plan, clock.Utc);

    private void Sent()
    {
        foreach (
            var mail in db
                .ChangeTracker.Entries<OutgoingMail>()
                .Select(entry => entry.Entity)
                .Where(mail => mail is { ActionId: not null, State: MailState.Queued })
        )
        {
            mail.Claim(clock.Utc.AddMinutes(1));
            mail.Accepted("250 in de map gelegd", clock.Utc.AddMinutes(1));
        }
    }

    private DateTimeOffset On(int daysAgo, int hour) =>
        new(
            LocalTime.ToUtc(
                LocalTime.ToLocal(today.UtcDateTime, options.Zone).Date.AddDays(-daysAgo).AddHours(hour),
                options.Zone
            ),
            TimeSpan.Zero
        );
}
