using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.People;
using static Dialoogtafel.Domain.AfterTable.ContactField;

namespace Dialoogtafel.Domain.Tests.AfterTable;

/// <summary>Exactly what was given for this table, of who was there.</summary>
public sealed class ContactListTests
{
    private const int Table = 5;
    private static readonly DateTime Now = new(2026, 12, 3, 20, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Who_asked_to_be_removed_stands_on_no_list_though_the_erasing_comes_later()
    {
        var person = Dina();
        var given = Given(Name, Phone);
        Assert.Equal("06 404 07 777", Assert.Single(ContactList.For(Table, [person], given)).Phone);

        person.AskRemoval(Now);

        Assert.Empty(ContactList.For(Table, [person], given));
    }

    [Fact]
    public void Of_who_is_erased_nothing_stands_on_a_list()
    {
        var person = Dina();
        person.Erase(Now);

        Assert.Empty(ContactList.For(Table, [person], Given(Name, Phone)));
    }

    [Theory]
    [InlineData(Name, "Dina Daal", null, null, null)]
    [InlineData(Email, null, "dina@voorbeeld.example", null, null)]
    [InlineData(Phone, null, null, "06 404 07 777", null)]
    [InlineData(ContactField.Organisation, null, null, null, "Zorgplein")]
    public void Only_the_given_field_is_shown(
        ContactField field,
        string? name,
        string? email,
        string? phone,
        string? organisation
    ) =>
        Assert.Equal(
            new ContactLine(0, name, email, phone, organisation),
            Assert.Single(ContactList.For(Table, [Dina()], Given(field)))
        );

    [Fact]
    public void Who_gave_nothing_or_only_what_nobody_knows_is_not_on_it_and_who_was_not_there_neither()
    {
        Assert.Empty(ContactList.For(Table, [Dina()], []));
        Assert.Empty(
            ContactList.For(Table, [new Person { FirstName = "Dina" }], Given(Email, Phone, ContactField.Organisation))
        );
        Assert.Empty(ContactList.For(Table, [], Given(Name)));
    }

    [Fact]
    public void What_was_given_for_another_table_or_another_purpose_or_taken_back_does_not_count()
    {
        var elsewhere = Given(Name);
        Assert.Empty(ContactList.For(Table + 1, [Dina()], elsewhere));

        var newsletter = new ConsentRecord
        {
            PersonId = 0,
            GatheringId = Table,
            Field = Name,
            Purpose = ConsentPurpose.Newsletter,
            TextVersion = "1",
            Channel = ConsentChannel.Page,
            GivenAt = Now,
        };
        Assert.Empty(ContactList.For(Table, [Dina()], [newsletter]));

        elsewhere[0].Withdraw(Now);
        Assert.Empty(ContactList.For(Table, [Dina()], elsewhere));
        Assert.Empty(ContactList.FieldsOf(0, Table, elsewhere));
    }

    [Fact]
    public void The_fields_that_a_person_gives_are_those_of_this_person_and_table()
    {
        Assert.Equal([Name, Phone], ContactList.FieldsOf(0, Table, Given(Phone, Name)).Order());
        Assert.Empty(ContactList.FieldsOf(1, Table, Given(Phone, Name)));
        Assert.Empty(ContactList.FieldsOf(0, Table + 1, Given(Phone, Name)));
    }

    [Fact]
    public void By_name_and_who_gave_no_name_last()
    {
        var people = new[] { "Cor", "Anna", "Bram" }.Select(name => new Person { FirstName = name, Phone = name });

        // All of them have the number of a person that is not stored yet, so all give the same.
        Assert.Equal(["Anna", "Bram", "Cor"], ContactList.For(Table, people, Given(Name)).Select(line => line.Name));
    }

    [Fact]
    public void A_change_records_what_is_new_with_its_proof_and_withdraws_what_is_gone()
    {
        var known = Given(Name, Phone);

        var added = ContactList.Change(known, Set(Phone, Email), Proof(by: 99), Now.AddDays(1));

        var record = Assert.Single(added);
        Assert.Equal(
            (Email, ConsentPurpose.ContactList, "1", ConsentChannel.Page, 99, Now.AddDays(1)),
            (
                record.Field!.Value,
                record.Purpose,
                record.TextVersion,
                record.Channel,
                record.RecordedById!.Value,
                record.GivenAt
            )
        );
        Assert.Equal((0, 1, Table), (record.PersonId, record.ProjectId, record.GatheringId));
        Assert.Equal([Now.AddDays(1), null], known.Select(item => item.WithdrawnAt));
        Assert.Equal([Email, Phone], ContactList.FieldsOf(0, Table, known.Concat(added)).Order());
    }

    [Fact]
    public void The_same_wish_again_changes_nothing_and_a_wish_for_nothing_withdraws_all()
    {
        var known = Given(Name, Phone);
        Assert.Empty(ContactList.Change(known, Set(Name, Phone), Proof(), Now.AddDays(1)));
        Assert.All(known, item => Assert.Null(item.WithdrawnAt));

        Assert.Empty(ContactList.Change(known, Set(), Proof(), Now.AddDays(2)));
        Assert.All(known, item => Assert.Equal(Now.AddDays(2), item.WithdrawnAt));
        known[0].Withdraw(Now.AddDays(3));
        Assert.Equal(Now.AddDays(2), known[0].WithdrawnAt);
    }

    [Fact]
    public void What_was_withdrawn_and_is_given_again_is_a_record_of_its_own()
    {
        var known = Given(Name);
        ContactList.Change(known, Set(), Proof(), Now);

        Assert.Equal(Name, Assert.Single(ContactList.Change(known, Set(Name), Proof(), Now)).Field);
    }

    [Fact]
    public void A_version_that_nobody_received_keeps_the_first_moment_at_which_that_was_so()
    {
        var version = new ContactListVersion
        {
            GatheringId = Table,
            Number = 1,
            At = Now,
            ById = 99,
        };
        version.Recall(Now);
        version.Recall(Now.AddDays(1));

        Assert.Equal(Now, version.RecalledAt);
    }

    private static Person Dina() =>
        new()
        {
            FirstName = "Dina",
            LastName = "Daal",
            Email = "dina@voorbeeld.example",
            Phone = "06 404 07 777",
            Organisation = new Organisation { Name = "Zorgplein" },
        };

    private static HashSet<ContactField> Set(params ContactField[] fields) => [.. fields];

    private static ContactConsent Proof(int? by = null) => new(0, 1, Table, "1", ConsentChannel.Page, by);

    private static IReadOnlyList<ConsentRecord> Given(params ContactField[] fields) =>
        ContactList.Change([], Set(fields), Proof(), Now);
}
