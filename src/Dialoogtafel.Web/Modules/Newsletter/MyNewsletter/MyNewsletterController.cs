using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.MyNewsletter;

/// <summary>Which news she gets and in which language, and "haal mij overal weg".</summary>
public sealed class MyNewsletterController(
    DialoogtafelDb db,
    LinkGate gate,
    LinkDesk desk,
    Subscriptions subscriptions,
    RemovalDesk removal,
    TimeProvider clock
) : MyNewsletterBase(db, gate, clock)
{
    private const string Noted = "genoteerd";
    private readonly LinkGate gate = gate;
    private readonly DialoogtafelDb db = db;

    [HttpGet("/n/{token}")]
    public async Task<IActionResult> Open(string token, string? k, CancellationToken stop)
    {
        var link = await desk.FindAsync(token, Now, stop);
        return link is not { Purpose: LinkPurpose.Newsletter } ? LostLink.View(this)
            : gate.Land(HttpContext, link, token, k) is { } next ? new SeeOtherResult(next)
            : await Show(stop);
    }

    [HttpGet("/mijn-nieuwsbrief/{linkId:int}")]
    public Task<IActionResult> Show(CancellationToken stop) =>
        ForAsync(stop, async (person, open, project) =>
            View("Show", await PageAsync(person, open, project, new MyNewsletterForm(), stop))
        );

    [HttpPost("")]
    public Task<IActionResult> Change([Bind(Prefix = "Form")] MyNewsletterForm form, CancellationToken stop) =>
        ForAsync(stop, async (person, open, project) =>
        {
            if (form.ChangesNothing)
            {
                ModelState.AddModelError("Form.Start", "Zet eerst een vinkje bij wat u wilt veranderen.");
                return Wrong("Show", await PageAsync(person, open, project, form, stop));
            }

            await ChangeAsync(person.Id, await LinesAsync(person.Id, project, stop), form, stop);
            return new SeeOtherResult($"{open.Path}?{Noted}=1");
        });

    [HttpGet("van-de-lijst")]
    public Task<IActionResult> Go(CancellationToken stop) =>
        ForAsync(stop, (person, open, _) =>
            Task.FromResult<IActionResult>(View("Go", new GoPage(person.FirstName, open.Path, new GoForm())))
        );

    [HttpPost("van-de-lijst")]
    public Task<IActionResult> SendGo([Bind(Prefix = "Form")] GoForm form, CancellationToken stop) =>
        ForAsync(stop, async (person, open, project) =>
        {
            if (!ModelState.IsValid)
            {
                return Wrong("Go", new GoPage(person.FirstName, open.Path, form));
            }

            if (form.Choice != GoChoice.Remove)
            {
                return new SeeOtherResult(open.Path);
            }

            await removal.AskAsync(person.Id, project, Now, stop);
            return View("Gone", new GoPage(person.FirstName, open.Path, form));
        });

    private async Task ChangeAsync(
        int id,
        IReadOnlyList<NewsLine> offered,
        MyNewsletterForm form,
        CancellationToken stop
    )
    {
        await using var write = await db.BeginWriteAsync(stop);
        var person = await db.Persons.SingleAsync(item => item.Id == id, stop);
        var wanted = offered
            .Where(line => form.Start.Contains(line.ProjectId) && !form.Stop.Contains(line.ProjectId))
            .Select(line => line.ProjectId)
            .ToList();
        foreach (var project in await db.Projects.Where(item => wanted.Contains(item.Id)).ToListAsync(stop))
        {
            await subscriptions.StartAsync(person, project, "vroeg op de eigen pagina om nieuws", Now, stop);
        }

        foreach (var line in offered.Where(line => form.Stop.Contains(line.ProjectId)))
        {
            await subscriptions.StopAsync(id, line.ProjectId, Now, stop);
        }

        if (form.OtherLanguage)
        {
            person.Language = person.Language == "en" ? "nl" : "en";
        }

        await write.SaveAsync(stop);
    }

    private async Task<MyNewsletterPage> PageAsync(
        Person person,
        OpenLink open,
        int project,
        MyNewsletterForm form,
        CancellationToken stop
    ) =>
        new(
            person.FirstName,
            open.Path,
            person.Language,
            await LinesAsync(person.Id, project, stop),
            Request.Query.ContainsKey(Noted),
            form
        );

    /// <summary>The project of the link, those whose news she gets, and those with a public page.</summary>
    private Task<List<NewsLine>> LinesAsync(int person, int own, CancellationToken stop) =>
        (
            from project in db.Projects
            let gets = db.Consents.Any(item =>
                item.PersonId == person
                && item.ProjectId == project.Id
                && item.Purpose == ConsentPurpose.Newsletter
                && item.WithdrawnAt == null
            )
            where project.Id == own || gets || project.PageClosedAt == null
            orderby project.Name
            select new NewsLine(project.Id, project.Name, gets)
        ).ToListAsync(stop);
}
