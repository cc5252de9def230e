using System.Globalization;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Tables.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables;

/// <summary>Who hears that somebody else reads the answers of a table.</summary>
/// <param name="New">Who reads along now.</param>
/// <param name="Tell">Who has an answer that the facilitators may read, and gets a mail.</param>
/// <param name="Call">The same without an address: called by whoever made the change.</param>
/// <param name="Failed">The same with an address that refused the last mail.</param>
/// <param name="Colleagues">Who led the table, or still does, and gets a mail.</param>
/// <param name="CallColleagues">The same without an address.</param>
public sealed record ReaderPlan(
    IReadOnlyList<Person> New,
    IReadOnlyList<Invitation> Tell,
    IReadOnlyList<Invitation> Call,
    IReadOnlyList<Invitation> Failed,
    IReadOnlyList<Person> Colleagues,
    IReadOnlyList<Person> CallColleagues
)
{
    public static ReaderPlan Nothing { get; } = new([], [], [], [], [], []);

    /// <summary>Everybody who gets a mail, by person.</summary>
    public IEnumerable<int> Mailed => [.. Tell.Select(item => item.PersonId), .. Colleagues.Select(item => item.Id)];

    public IReadOnlyList<string> MailedNames =>
        [.. Tell.Select(item => item.Person!.FullName), .. Colleagues.Select(item => item.FullName)];

    public IReadOnlyList<string> CallNames =>
        [.. Call.Select(item => item.Person!.FullName), .. CallColleagues.Select(item => item.FullName)];

    public IReadOnlyList<string> FailedNames => [.. Failed.Select(item => item.Person!.FullName)];

    public bool IsNews => New.Count > 0;

    /// <summary>
    /// What somebody agreed to who saw this: which readers, and how many mails. A form sends it back.
    /// </summary>
    public string Mark =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join('-', New.Select(item => item.Id).Order())}.{Mailed.Count()}"
        );
}

/// <summary>
/// Nobody reads answers that are there already without its being told (D-08): to whoever wrote one that
/// facilitators may read, and to the other facilitators. Leaves outside the quiet hours, cannot be taken back, and is
/// no unasked mail.
/// </summary>
public sealed class ReaderDesk(
    DialoogtafelDb db,
    MailOutbox outbox,
    TableMover moves,
    LinkDesk links,
    Installation installation
)
{
    /// <summary>
    /// Whether anybody answered a question of this table, whoever may read it, or has begun: the start page said by
    /// name who reads it.
    /// </summary>
    public Task<bool> AnsweredAsync(int table, CancellationToken stop) =>
        db.Invitations.AnyAsync(
            item =>
                item.GatheringId == table
                && (
                    db.Answers.Any(answer => answer.InvitationId == item.Id)
                    || db.Preparations.Any(own => own.InvitationId == item.Id)
                ),
            stop
        );

    /// <param name="table">With its series.</param>
    public async Task<Appointer> AppointerAsync(Gathering table, int person, CancellationToken stop)
    {
        var series = table.Series!;
        return Appointer.Of(
            person,
            await db.Memberships.AsNoTracking().Where(item => item.ProjectId == series.ProjectId).ToListAsync(stop),
            series.CreatedAt
        );
    }

    /// <summary>To be called in the transaction of the change.</summary>
    /// <param name="by">Who makes the change and need not hear of it.</param>
    public async Task<ReaderPlan> PlanAsync(
        Gathering table,
        ReaderChange change,
        bool answered,
        int by,
        CancellationToken stop
    )
    {
        if (!answered || change.New.Count == 0)
        {
            return ReaderPlan.Nothing;
        }

        // Whoever led it before hears it too: a place may have been emptied first.
        var led = await db
            .Gatherings.Where(item => item.Id == table.Id)
            .SelectMany(item => item.Duties)
            .Where(item => item.Duty != TableDuty.Reserve)
            .Select(item => item.PersonId)
            .ToListAsync(stop);
        var people = await db
            .Persons.Where(item =>
                change.New.Contains(item.Id)
                || change.Gone.Contains(item.Id)
                || change.Staying.Contains(item.Id)
                || led.Contains(item.Id)
            )
            .OrderBy(item => item.FirstName)
            .ThenBy(item => item.Id)
            .ToListAsync(stop);
        var others = people.FindAll(item => !change.New.Contains(item.Id) && item.Id != by && item.ErasedAt is null);
        var wrote = (await ReadableAsync(table.Id, stop)).FindAll(item => !change.New.Contains(item.PersonId));
        var reachable = wrote.FindAll(item => item.Person!.Email is not null);
        var failed = await moves.FailedAsync(table.Id, reachable, stop);
        return new ReaderPlan(
            people.FindAll(item => change.New.Contains(item.Id)),
            [.. reachable.Except(failed)],
            wrote.FindAll(item => item.Person!.Email is null),
            failed,
            others.FindAll(item => item.Email is not null),
            others.FindAll(item => item.Email is null)
        );
    }

    /// <summary>To be called before the save, with the facilitators of the table as they become.</summary>
    public async Task CarryOutAsync(
        ReaderPlan plan,
        ReaderChange change,
        Gathering table,
        Person by,
        CancellationToken stop
    )
    {
        if (!plan.IsNews)
        {
            return;
        }

        var settings = await installation.ReadAsync(stop);
        IReadOnlyList<string> readers = [.. table.Facilitators().Select(item => item.FullName)],
            added = [.. plan.New.Select(item => item.FullName)];
        IReadOnlyList<string> gone = await db
            .Persons.Where(item => change.Gone.Contains(item.Id) && item.ErasedAt == null)
            .Select(item => (item.FirstName + " " + item.LastName).Trim())
            .ToListAsync(stop);
        var (contact, phone) = (settings.ContactOf(table.ContactPerson), settings.PhoneOf(table.ContactPerson));
        foreach (var invitation in plan.Tell)
        {
            await outbox.AddAsync(
                new Letter
                {
                    Text = new ReadsAlongMail
                    {
                        FirstName = invitation.Person!.FirstName,
                        Subject = table.Series!.Subject,
                        Readers = readers,
                        New = added,
                        Gone = gone,
                        Link = await links.AddressAsync(invitation, stop),
                        Contact = contact,
                        Phone = phone,
                    },
                    To = invitation.Person,
                    From = table.ContactPerson,
                    Key = KeyOf(table, "", invitation.Id),
                    GatheringId = table.Id,
                    InvitationId = invitation.Id,
                },
                stop
            );
        }

        foreach (var colleague in plan.Colleagues)
        {
            // Who does not lead it any more may not see the table.
            var page = change.Gone.Contains(colleague.Id) ? "start" : $"bijeenkomsten/{table.Id}";
            await outbox.AddAsync(
                new Letter
                {
                    Text = new ReadsAlongTeamMail
                    {
                        FirstName = colleague.FirstName,
                        Link = installation.Link(settings, page),
                        By = by.FullName,
                        Subject = table.Series!.Subject,
                        Readers = readers,
                        New = added,
                        Gone = gone,
                        Contact = contact,
                        Phone = phone,
                    },
                    To = colleague,
                    From = table.ContactPerson?.Id == colleague.Id ? null : table.ContactPerson,
                    Key = KeyOf(table, "-team", colleague.Id),
                    GatheringId = table.Id,
                },
                stop
            );
        }
    }

    /// <summary>Each change of the table raises its version, so that one change is one mail.</summary>
    private static string KeyOf(Gathering table, string team, int who) =>
        string.Create(CultureInfo.InvariantCulture, $"{ReadsAlongMail.Name}{team}:{table.Id}:{who}:{table.Version}");

    /// <summary>
    /// Who has an answer that the facilitators may read, also who left the list since; what stands on "alleen ik" alone
    /// is news to nobody.
    /// </summary>
    private async Task<List<Invitation>> ReadableAsync(int table, CancellationToken stop)
    {
        var invitations = await db
            .Invitations.Include(item => item.Person)
            .Where(item =>
                item.GatheringId == table
                && item.Person!.RemovalRequestedAt == null
                && item.Person.ErasedAt == null
                && db.Answers.Any(answer => answer.InvitationId == item.Id)
            )
            .OrderBy(item => item.Person!.FirstName)
            .ThenBy(item => item.Id)
            .ToListAsync(stop);
        var ids = invitations.ConvertAll(item => item.Id);
        var sets = await db
            .QuestionSets.AsNoTracking()
            .IgnoreAutoIncludes()
            .Include(item => item.Questions)
            .Where(item => item.GatheringId == table)
            .AsSplitQuery()
            .ToListAsync(stop);
        var asked = sets.SelectMany(set => set.Questions.Select(question => (question.Id, Set: set)))
            .ToDictionary(item => item.Id, item => item.Set);
        var preparations = await db
            .Preparations.AsNoTracking()
            .Where(item => ids.Contains(item.InvitationId))
            .ToDictionaryAsync(item => item.InvitationId, stop);
        var open = (await db.Answers.AsNoTracking().Where(item => ids.Contains(item.InvitationId)).ToListAsync(stop))
            .Where(answer =>
                answer.ReadBy(asked[answer.QuestionId], preparations.GetValueOrDefault(answer.InvitationId))
                != AnswerReaders.OnlyMe
            )
            .Select(answer => answer.InvitationId)
            .ToHashSet();
        return invitations.FindAll(item => open.Contains(item.Id));
    }
}
