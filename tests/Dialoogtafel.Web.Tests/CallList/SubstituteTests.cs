using System.Net;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.CallList;

/// <summary>
/// Somebody names another person in the own place: that person stands on te bellen until invited or not wanted.
/// </summary>
public sealed class SubstituteTests : IDisposable
{
    private const string Lived = "Ervaringsdeskundige";
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("Agreed", "Weet dat de naam is gegeven: ja.")]
    [InlineData("NotYet", "Weet dat de naam is gegeven: nee.")]
    public async Task Who_was_named_stands_there_with_what_was_told_and_by_whom(string agreed, string told)
    {
        var (_, petra, tomasz) = await NamedAsync(("Form.Phone", "06 555 01 099"), ("Form.Agreed", agreed));

        var card = (await petra.Go("/te-bellen")).Page.QuerySelector($"#vervanger-{tomasz}")!.Words();

        Assert.Contains("Bram Peeters", card, StringComparison.Ordinal);
        Assert.Contains("Tomasz noemt Bram Peeters", card, StringComparison.Ordinal);
        Assert.Contains("bram@voorbeeld.example", card, StringComparison.Ordinal);
        Assert.Contains("06 555 01 099", card, StringComparison.Ordinal);
        Assert.Contains(told, card, StringComparison.Ordinal);
        Assert.Contains("Tomasz noemt Bram Peeters", (await petra.Go("/start")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_press_opens_the_invitation_with_all_of_it_filled_in_and_it_leaves_the_list_when_invited()
    {
        var (world, petra, tomasz) = await NamedAsync(("Form.Phone", "06 555 01 099"));
        await petra.Go("/te-bellen");

        await petra.Follow("Nodig Bram uit");

        string Value(string field) => petra.Page.QuerySelector($"#Form_{field}")!.ValueOf();
        Assert.Equal(
            ("Bram", "Peeters", "bram@voorbeeld.example", "06 555 01 099", "Tomasz"),
            (Value("FirstName"), Value("LastName"), Value("Email"), Value("Phone"), Value("ViaWhom"))
        );
        Assert.Equal($"{world.Perspectives[Lived]}", Value("PerspectiveId"));
        Assert.Contains("Bram Peeters", (await petra.Go("/te-bellen")).Text, StringComparison.Ordinal);
        await petra.Follow("Nodig Bram uit");
        await petra.Press("Bekijk de uitnodiging");
        Assert.EndsWith("/voorbeeld", petra.Address.AbsolutePath, StringComparison.Ordinal);
        var bram = await site.Db(db =>
            db.Invitations.Include(item => item.Person).SingleAsync(item => item.Person!.FirstName == "Bram")
        );
        Assert.Equal(
            ("Peeters", "bram@voorbeeld.example", "Tomasz"),
            (bram.Person!.LastName, bram.Person.Email, bram.ViaWhom)
        );
        Assert.Null((await petra.Go("/te-bellen")).Page.QuerySelector($"#vervanger-{tomasz}"));
    }

    [Fact]
    public async Task Calling_about_something_else_does_not_take_the_name_away()
    {
        var (_, petra, tomasz) = await NamedAsync();
        await petra.Go($"/uitnodigingen/{tomasz}");

        Assert.DoesNotContain(petra.Page.QuerySelectorAll("button"), button => button.Words() == "Ik heb gebeld");
        using var called = await petra.Http.PostAsync($"/uitnodigingen/{tomasz}/gebeld", petra.Page.Forms[^1].Filled());

        Assert.NotNull((await petra.Go("/te-bellen")).Page.QuerySelector($"#vervanger-{tomasz}"));
    }

    [Fact]
    public async Task It_stays_when_the_organiser_takes_the_one_who_named_from_the_list()
    {
        var (_, petra, tomasz) = await NamedAsync();
        await petra.Go($"/uitnodigingen/{tomasz}/intrekking");
        await petra.Press("Ja, haal van de lijst");

        Assert.NotNull((await petra.Go("/te-bellen")).Page.QuerySelector($"#vervanger-{tomasz}"));
    }

    [Fact]
    public async Task Niet_uitnodigen_asks_for_a_word_and_keeps_it_with_the_invitation()
    {
        var (_, petra, tomasz) = await NamedAsync();
        await petra.Go("/te-bellen");
        await petra.PressIn($"vervanger-{tomasz}", "Niet uitnodigen");
        Assert.Equal(HttpStatusCode.BadRequest, petra.Status);
        Assert.Contains("Schrijf in een paar woorden waarom niet.", petra.Text, StringComparison.Ordinal);

        await petra.PressIn($"vervanger-{tomasz}", "Niet uitnodigen", ("Form.Word", "deze partij is al vol"));

        Assert.Null((await petra.Go("/te-bellen")).Page.QuerySelector($"#vervanger-{tomasz}"));
        Assert.Contains(
            "deze partij is al vol",
            (await petra.Go($"/uitnodigingen/{tomasz}")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_corrected_address_is_the_one_that_stands_there()
    {
        var (world, petra, tomasz) = await NamedAsync();
        await petra.Go("/te-bellen");
        await petra.PressIn($"vervanger-{tomasz}", "Niet uitnodigen", ("Form.Word", "het adres klopt niet"));
        await site.Db(async db =>
        {
            var invitation = await db.Invitations.SingleAsync(item => item.Id == tomasz);
            invitation.AskCall(
                CallReason.NamedSubstitute,
                Seal(site, "Bram Peeters · bram.peeters@voorbeeld.example · weet ervan"),
                null,
                site.Clock.Utc
            );
            await db.SaveChangesAsync();
        });

        var card = (await petra.Go("/te-bellen")).Page.QuerySelector($"#vervanger-{tomasz}")!.Words();

        Assert.Contains("bram.peeters@voorbeeld.example", card, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "het adres klopt niet",
            (await petra.Go($"/uitnodigingen/{tomasz}")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_known_address_of_a_substitute_is_asked_and_ja_settles_it_too()
    {
        var (world, petra, tomasz) = await NamedAsync();
        await world.Invite("Bram", "Werkgever", "bram@voorbeeld.example");
        await petra.Go("/te-bellen");
        await petra.Follow("Nodig Bram uit");
        await petra.Press("Bekijk de uitnodiging");
        Assert.Contains("Dit adres kennen wij al: is het Bram?", petra.Text, StringComparison.Ordinal);
        var bram = await site.Db(db =>
            db.Persons.Where(item => item.FirstName == "Bram").Select(item => item.Id).SingleAsync()
        );

        await petra.Press("Bekijk de uitnodiging", ("Known.Is", $"{bram}"));

        // On the list already: there is nothing to invite any more, and nothing is doubled.
        Assert.Contains("Bram staat al op de lijst van deze tafel", petra.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.Db(db => db.Invitations.CountAsync(item => item.PersonId == bram)));
        Assert.Null((await petra.Go("/te-bellen")).Page.QuerySelector($"#vervanger-{tomasz}"));
    }

    [Fact]
    public async Task Of_a_table_that_was_called_off_nobody_is_invited_any_more()
    {
        var (world, petra, tomasz) = await NamedAsync();
        await site.Db(db =>
            db.Gatherings.Where(item => item.Id == world.Table)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.CancelledAt, site.Clock.Utc))
        );

        Assert.Null((await petra.Go("/te-bellen")).Page.QuerySelector($"#vervanger-{tomasz}"));
    }

    private static SealedText Seal(Site site, string words) =>
        ((FieldCipher)site.Services.GetService(typeof(FieldCipher))!).Seal(words);

    private async Task<(World World, Visitor Petra, int Tomasz)> NamedAsync(params (string, string)[] more)
    {
        var world = await World.On(site);
        var tomasz = await world.Invite("Tomasz", Lived, "tomasz@voorbeeld.example");
        var own = await Visitor.To(site).Go(await world.LinkOf(tomasz));
        await own.Go(own.Address.AbsolutePath + "/antwoord");
        await own.Press("Verstuur mijn antwoord", ("Form.Answer", "SomeoneElse"));
        (string, string)[] typed =
        [
            ("Form.Name", "Bram Peeters"),
            ("Form.Address", "bram@voorbeeld.example"),
            ("Form.Agreed", "Agreed"),
        ];
        await own.Press("Verstuur", [.. typed.Where(field => more.All(item => item.Item1 != field.Item1)), .. more]);
        return (world, await world.SignIn(), tomasz);
    }
}
