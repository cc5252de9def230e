using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Dialoogtafel.Web.Tests.Architecture;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>Reads a page for Dutch sentences.</summary>
public abstract class EnglishFixture
{
    protected const string Lived = "Ervaringsdeskundige";

    /// <summary>Why the pages are in English: it stands with the person, or it was chosen on this device.</summary>
    public enum Wish
    {
        OfThePerson,
        OnThisDevice,
    }

    protected static async Task<Visitor> Open(World world, int invitation, Wish wish)
    {
        var visitor = Visitor.To(world.Site);
        if (wish == Wish.OfThePerson)
        {
            var person = (await world.Read(invitation)).PersonId;
            await world.Site.Db(db =>
                db.Persons.Where(item => item.Id == person)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.Language, "en"))
            );
        }

        await visitor.Go(await world.LinkOf(invitation));
        if (wish == Wish.OnThisDevice)
        {
            await visitor.Press("English");
        }

        Read(visitor);
        return visitor;
    }

    protected static Task Cancelled(Site site, DateTime? since) =>
        site.Db(db => db.Gatherings.ExecuteUpdateAsync(set => set.SetProperty(item => item.CancelledAt, since)));

    protected static void Refused(Visitor visitor, params string[] messages)
    {
        Read(visitor, HttpStatusCode.BadRequest);
        foreach (var message in messages)
        {
            Assert.Contains(
                message,
                visitor.Page.QuerySelector(".error-summary")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    protected static void Read(Visitor visitor, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.Equal(status, visitor.Status);
        Assert.Equal("en", visitor.Page.DocumentElement.GetAttribute("lang"));
        var words = string.Join(
                '\n',
                visitor
                    .Page.DocumentElement.Descendants<IText>()
                    .Select(text => text.TextContent)
                    .Concat(
                        visitor.Page.QuerySelectorAll("[aria-label]").Select(part => part.GetAttribute("aria-label"))
                    )
            )
            .Replace(World.Subject, "", StringComparison.Ordinal);
        Assert.Empty(
            ParticipantTexts
                .English.Where(text => text.Dutch != text.English && Said(text.Dutch).IsMatch(words))
                .Select(text => $"{visitor.Address}: {text.Dutch}")
        );
    }

    protected static Regex Said(string dutch) =>
        new($@"(?<!\w){Regex.Replace(Regex.Escape(dutch), @"\\\{\d\}", ".{0,60}")}(?!\w)");
}
