namespace Dialoogtafel.Web.Modules.Admin.Mails;

/// <summary>Proof that sending works, before it is switched on (S45).</summary>
public sealed record TestMail : TeamMail
{
    public const string Name = "testmail";

    public override string Template => Name;

    public override string Label => "Testmail";

    [Placeholder("afzender", "Het adres waarvan de mail komt", Exact = true)]
    public required string From { get; init; }

    [Placeholder("antwoordadres", "Het adres waar antwoorden aankomen; mag leeg zijn", Exact = true)]
    public string? ReplyTo { get; init; }

    public static TestMail Sample =>
        new()
        {
            FirstName = "Anna",
            Link = Sampled.Page("beheer/post"),
            From = "post@tafel.example",
            ReplyTo = "anna@linde.example",
        };
}
