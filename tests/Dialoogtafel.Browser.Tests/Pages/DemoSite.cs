using System.Text.Json;
using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Demo;
using Dialoogtafel.Web.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>
/// The demo, one for all page tests of a class: the people and tables that the pages are looked at with.
/// </summary>
public sealed class DemoSite : IAsyncDisposable
{
    readonly Site site = new() { Demo = true };
    readonly Lazy<JsonElement> links;
    readonly Lazy<List<int>> questions;

    public DemoSite()
    {
        links = new Lazy<JsonElement>(() =>
        {
            _ = site.Address;
            return JsonDocument
                .Parse(File.ReadAllText(Path.Combine(site.Folder, "data", "demo", "links.json")))
                .RootElement;
        });
        questions = new Lazy<List<int>>(() => PutQuestionsReadyAsync().GetAwaiter().GetResult());
    }

    /// <summary>The demo lives at the clock of this computer.</summary>
    public static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public string Url(string path) => site.Url(path);

    /// <summary>The path of somebody's personal link, by first name.</summary>
    public string LinkOf(string firstName) =>
        PathOf(
            links
                .Value.GetProperty("participants")
                .EnumerateArray()
                .Single(item =>
                    item.GetProperty("name").GetString()!.StartsWith(firstName + " ", StringComparison.Ordinal)
                )
                .GetProperty("url")
        );

    /// <summary>The organiser signs in within this browser.</summary>
    public async Task SignInAsync(IPage page)
    {
        await page.GotoAsync(Url(PathOf(links.Value.GetProperty("organiser"))));
        await page.Locator("main .button").ClickAsync();
        await page.WaitForURLAsync("**/start");
    }

    public async Task<T> Db<T>(Func<DialoogtafelDb, Task<T>> action)
    {
        _ = site.Address;
        await using var scope = site.Services.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<DialoogtafelDb>());
    }

    /// <summary>Changes the first table, as time and the organiser would.</summary>
    public Task ChangeTableAsync(Action<Gathering> change) =>
        Db(async db =>
        {
            change(await db.Gatherings.OrderBy(item => item.Id).FirstAsync(item => item.Number == 1));
            return await db.SaveChangesAsync();
        });

    /// <summary>
    /// The questions of the first table: a text, a scale, a choice and something to read, put ready when first asked
    /// for.
    /// </summary>
    public IReadOnlyList<int> Questions => questions.Value;

    Task<List<int>> PutQuestionsReadyAsync() =>
        Db(async db =>
        {
            var table = await db.Gatherings.OrderBy(item => item.Id).FirstAsync(item => item.Number == 1);
            var set = new QuestionSet
            {
                GatheringId = table.Id,
                Place = 9,
                Name = "Van elke soort één",
                Mode = PreparationMode.SendIn,
            };
            (string Kind, string Options, string English)[] kinds =
            [
                ("Text", "", ""),
                ("Scale", "het lukt niet\nhet gaat goed", "it does not work\nit goes well"),
                ("Choice", "trein\nauto\nfiets", "train\ncar\nbicycle"),
                ("Instruction", "", ""),
            ];
            foreach (var (kind, options, english) in kinds)
            {
                var question = new Question { Place = set.Questions.Count + 1, Kind = QuestionKinds.Of(kind) };
                question.Reword(
                    new QuestionWording
                    {
                        Text = new(
                            $"Hoe gaat het met uw werk, en hoe komt u naar de tafel?",
                            "How is your work, and how do you come to the table?"
                        ),
                        Help = new("Alles mag.", "Anything is fine."),
                        Options = new(options, english),
                        At = Now,
                    }
                );
                set.Questions.Add(question);
            }

            db.Add(set);
            table.PutQuestionsReady(Now);
            await db.SaveChangesAsync();
            return set.Questions.ConvertAll(item => item.Id);
        });

    /// <summary>Everything that is stored of somebody's answers, opened.</summary>
    public Task<List<string>> AnswersOfAsync(string firstName) =>
        Db(async db =>
            (
                await db
                    .Answers.AsNoTracking()
                    .Where(item =>
                        db.Invitations.Any(own => own.Id == item.InvitationId && own.Person!.FirstName == firstName)
                    )
                    .ToListAsync()
            ).ConvertAll(item => site.Services.GetRequiredService<FieldCipher>().Open(item.Words))
        );

    /// <summary>
    /// Makes the organiser the process facilitator of every table, and answers every question once: so that the pages
    /// with answers can be seen.
    /// </summary>
    public async Task LetTheOrganiserReadAnswersAsync()
    {
        var questions = Questions;
        await Db(async db =>
        {
            var organiser = await db
                .Users.Where(item => item.Email == DemoWorld.OrganiserMail)
                .Select(item => item.PersonId)
                .SingleAsync();
            foreach (var table in await db.Gatherings.ToListAsync())
                table.ProcessFacilitatorId = organiser;
            var asked = await db
                .QuestionSets.Include(item => item.Questions)
                .SingleAsync(item => item.Questions.Any(question => question.Id == questions[0]));
            var invitation = await db.Invitations.FirstAsync(item =>
                item.GatheringId == asked.GatheringId && item.Person!.FirstName == "Amina"
            );
            db.AddRange(
                asked
                    .Questions.Where(item => item.TakesAnswer)
                    .Select(item => new Answer
                    {
                        InvitationId = invitation.Id,
                        QuestionId = item.Id,
                        WordingId = item.Wording.Id,
                        Words = site
                            .Services.GetRequiredService<FieldCipher>()
                            .Seal(item.Kind.IsOwnWords ? "Het ging goed toen iemand meeliep." : "2"),
                        At = Now,
                        Channel = ContactChannel.Phone,
                        ById = organiser,
                        Readers = AnswerReaders.Facilitators,
                    })
            );
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>The path of somebody's link for something else than her table.</summary>
    public string LinkOf(string firstName, LinkPurpose purpose) =>
        Db(async db =>
            {
                var link = await db
                    .Links.AsNoTracking()
                    .Where(item =>
                        item.Purpose == purpose
                        && item.WithdrawnAt == null
                        && db.Persons.Any(person => person.Id == item.PersonId && person.FirstName == firstName)
                    )
                    .OrderBy(item => item.Id)
                    .FirstAsync();
                return $"/{LinkPaths.Token(purpose)}/{site.Services.GetRequiredService<LinkTokens>().For(link)}";
            })
            .GetAwaiter()
            .GetResult();

    /// <summary>The newsletter that everybody may read, and the project that it is of.</summary>
    public (int Issue, int Project) News =>
        Db(async db =>
                await db
                    .NewsletterIssues.Where(item => item.PublishedAt != null)
                    .Select(item => ValueTuple.Create(item.Id, item.ProjectId))
                    .FirstAsync()
            )
            .GetAwaiter()
            .GetResult();

    /// <summary>A link by which this person may see, on this device, what was typed elsewhere.</summary>
    public Task<string> SeeAgainLinkAsync(string firstName) =>
        Db(async db =>
        {
            var own = await db
                .Links.Where(item =>
                    item.Purpose == LinkPurpose.MyTable
                    && db.Persons.Any(person => person.Id == item.PersonId && person.FirstName == firstName)
                )
                .SingleAsync();
            var link = new PersonalLink
            {
                Purpose = LinkPurpose.SeeAgain,
                PersonId = own.PersonId,
                GatheringId = own.GatheringId,
                CreatedAt = Now,
                ExpiresAt = Now.AddMinutes(30),
            };
            db.Add(link);
            await db.SaveChangesAsync();
            return "/u/" + site.Services.GetRequiredService<LinkTokens>().For(link);
        });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    static string PathOf(JsonElement address) => new Uri(address.GetString()!).AbsolutePath;
}
