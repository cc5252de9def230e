using Dialoogtafel.Domain.Access;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Preparation.Mails;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Actions;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Jobs;

/// <summary>
/// Whatever goes wrong with one item of a job, the others have their turn and the run counts as failed. Here the
/// database refuses what is about "Kapot".
/// </summary>
public sealed class OneByOneTests : IDisposable
{
    private const string NoMail =
        "CREATE TRIGGER \"Fault\" BEFORE INSERT ON \"Mails\" WHEN NEW.\"PersonId\" IN (SELECT \"Id\" FROM "
        + "\"Persons\" WHERE \"FirstName\" = 'Kapot') BEGIN SELECT RAISE(ABORT, 'kanarie@thuis.example'); END";
    private const string NoErasing =
        "CREATE TRIGGER \"Fault\" BEFORE UPDATE OF \"ErasedAt\" ON \"Persons\" WHEN OLD.\"FirstName\" = "
        + "'Kapot' BEGIN SELECT RAISE(ABORT, 'kanarie@thuis.example'); END";
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_reminder_that_cannot_be_queued_is_passed_over_and_comes_when_it_can()
    {
        var world = await World.On(site, 40, ("Gemeente", 0));
        var invitations = await world.Invite([
            .. new[] { "Anna", "Kapot", "Cora" }.Select(name =>
                (name, "Gemeente", (string?)$"{name}@voorbeeld.example", (string?)null)
            ),
        ]);
        await site.Db(async db =>
        {
            db.Reminders.AddRange(
                invitations.Select(id => new Reminder
                {
                    InvitationId = id,
                    Kind = ReminderKind.NoAnswer,
                    Episode = 0,
                    DueAt = site.Clock.Utc,
                })
            );
            await db.SaveChangesAsync();
        });
        await SqlAsync(NoMail);

        Assert.False(await site.Run<ReminderJob>());
        Assert.Equal(["Anna", "Cora"], (await site.StatesOf("herinnering")).Keys.Order());
        var run = site.Services.GetRequiredService<JobRunner>().LastOf(nameof(ReminderJob))!;
        Assert.Equal((1, "DbUpdateException < SqliteException"), (run.FailuresInARow, run.Fault));

        await MendedAsync();
        Assert.True(await site.Run<ReminderJob>());
        Assert.Equal(["Anna", "Cora", "Kapot"], (await site.StatesOf("herinnering")).Keys.Order());
        Assert.Equal(0, site.Services.GetRequiredService<JobRunner>().LastOf(nameof(ReminderJob))!.FailuresInARow);
    }

    [Fact]
    public async Task A_newsletter_goes_to_every_other_reader_and_to_this_one_when_it_can()
    {
        var world = await World.On(site);
        await world.ReadersAsync([.. Enumerable.Range(0, 30).Select(at => at == 7 ? "Kapot" : $"Lezer{at:00}x")]);
        await world.IssueAsync(site.Clock.Utc);
        await SqlAsync(NoMail);

        Assert.False(await site.Run<NewsletterJob>());
        Assert.False(await site.Run<NewsletterJob>());
        Assert.Equal(29, await site.Db(db => db.Mails.CountAsync()));
        Assert.Null((await site.Db(db => db.NewsletterIssues.SingleAsync())).QueuedAt);

        await MendedAsync();
        Assert.True(await site.Run<NewsletterJob>());
        Assert.Equal(30, await site.Db(db => db.Mails.CountAsync()));
        Assert.NotNull((await site.Db(db => db.NewsletterIssues.SingleAsync())).QueuedAt);
    }

    [Fact]
    public async Task A_second_issue_leaves_while_the_first_is_stuck()
    {
        var world = await World.On(site);
        await world.ReadersAsync("Roos");
        var (first, second) = (await world.IssueAsync(site.Clock.Utc), await world.IssueAsync(site.Clock.Utc));
        await SqlAsync(
            "CREATE TRIGGER \"Fault\" BEFORE UPDATE ON \"NewsletterIssues\" WHEN NEW.\"Id\" = (SELECT "
                + "MIN(\"Id\") FROM \"NewsletterIssues\") BEGIN SELECT RAISE(ABORT, 'vast'); END"
        );

        Assert.False(await site.Run<NewsletterJob>());
        Assert.Equal([second], await site.Db(db => db.Mails.Select(mail => mail.IssueId!.Value).ToListAsync()));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task An_action_whose_question_cannot_be_queued_holds_up_no_other()
    {
        var table = await AgreedTable.On(site);
        await table.AgreeAsync("Eerst", "Bram");
        await table.AgreeAsync("Laatst", "Anna");
        await site.Run<MailPump>();
        await RenameAsync("Bram");
        await SqlAsync(NoMail);
        await table.DaysAsync(21);

        Assert.Contains(ActionQuestionMail.Name, await table.SentAsync("Anna"));
    }

    [Fact]
    public async Task A_digest_that_cannot_be_queued_holds_up_no_other()
    {
        var table = await AgreedTable.On(site);
        await table.World.Member("Kapot", "kapot@hogeschool.example", TeamRole.Organiser, table.World.Project);
        await table.World.Member("Roos", "roos@hogeschool.example", TeamRole.Organiser, table.World.Project);
        await table.AgreeAsync("Van niemand", null, ("Form.CoordinatorId", ""));
        await SqlAsync(NoMail);
        await table.DaysAsync(7);

        Assert.Equal(
            ["Petra", "Roos"],
            (await site.StatesOf(ActionDigestMail.Name))
                .Where(item => item.Value == MailState.Sent)
                .Select(item => item.Key)
                .Order()
        );
    }

    [Fact]
    public async Task A_count_for_one_facilitator_that_cannot_be_queued_does_not_keep_that_of_the_other()
    {
        var table = await PreparedTable.On(site);
        await RenameAsync("Fenna");
        await SqlAsync(NoMail);
        site.Clock.Set(new DateTimeOffset(2026, 11, 30, 9, 1, 0, TimeSpan.Zero));

        Assert.False(await site.Run<OverviewJob>());
        Assert.Equal(["Gijs"], (await site.StatesOf(PreparationOverviewMail.Name)).Keys);
    }

    [Fact]
    public async Task Somebody_who_cannot_be_erased_keeps_nobody_else_and_is_not_erased_by_halves()
    {
        var world = await World.On(site);
        var (kapot, roos) = (await AskedAsync(world, "Kapot"), await AskedAsync(world, "Roos"));
        await site.Db(async db =>
        {
            db.ReadLog.Add(
                new ReadLogEntry
                {
                    ReaderId = world.OrganiserPerson,
                    PersonId = kapot,
                    At = site.Clock.Utc.AddYears(-9),
                    Page = "/oud",
                }
            );
            await db.SaveChangesAsync();
        });
        await SqlAsync(NoErasing);

        Assert.False(await site.Run<RetentionJob>());
        Assert.NotNull((await PersonAsync(roos)).ErasedAt);
        Assert.Null((await PersonAsync(kapot)).ErasedAt);
        Assert.Equal("kapot@voorbeeld.example", (await PersonAsync(kapot)).Email);
        Assert.Equal(1, await site.Db(db => db.RoleAssignments.CountAsync(item => item.PersonId == kapot)));
        Assert.Empty(await site.Db(db => db.ReadLog.ToListAsync()));

        await MendedAsync();
        Assert.True(await site.Run<RetentionJob>());
        Assert.NotNull((await PersonAsync(kapot)).ErasedAt);
    }

    private Task<int> AskedAsync(World world, string name) =>
        site.Db(async db =>
        {
            var person = new Person
            {
                FirstName = name,
                Email = $"{name.ToLowerInvariant()}@voorbeeld.example",
                CreatedAt = site.Clock.Utc,
            };
            person.AskRemoval(site.Clock.Utc.AddDays(-2));
            db.Persons.Add(person);
            await db.SaveChangesAsync();
            db.RoleAssignments.Add(
                new RoleAssignment
                {
                    PersonId = person.Id,
                    ProjectId = world.Project,
                    Role = ParticipationRole.Public,
                    From = site.Clock.Utc,
                    Reason = "vroeg om nieuws",
                }
            );
            await db.SaveChangesAsync();
            return person.Id;
        });

    private Task<Person> PersonAsync(int id) =>
        site.Db(db => db.Persons.AsNoTracking().SingleAsync(item => item.Id == id));

    private Task RenameAsync(string name) =>
        site.Db(db =>
            db.Persons.Where(item => item.FirstName == name)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.FirstName, "Kapot"))
        );

    private Task MendedAsync() => SqlAsync("DROP TRIGGER \"Fault\"");

    private Task SqlAsync(string sql) => site.Db(db => db.Database.ExecuteSqlRawAsync(sql));
}
