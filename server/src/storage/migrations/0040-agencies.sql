-- The regional investment centres, one a region: their officers keep shortlists and answer enquiries in their name.
insert into organisation (id, kind, name_fr, name_ar, name_en)
select 'cri-' || id, 'agency', 'CRI ' || fr, 'المركز الجهوي للاستثمار ' || ar, 'CRI ' || en from (values
  ('tanger-tetouan-al-hoceima', 'Tanger-Tétouan-Al Hoceïma', 'طنجة - تطوان - الحسيمة', 'Tanger-Tétouan-Al Hoceima'),
  ('oriental', 'L’Oriental', 'الشرق', 'Oriental'),
  ('fes-meknes', 'Fès-Meknès', 'فاس - مكناس', 'Fès-Meknès'),
  ('rabat-sale-kenitra', 'Rabat-Salé-Kénitra', 'الرباط - سلا - القنيطرة', 'Rabat-Salé-Kénitra'),
  ('beni-mellal-khenifra', 'Béni Mellal-Khénifra', 'بني ملال - خنيفرة', 'Béni Mellal-Khénifra'),
  ('casablanca-settat', 'Casablanca-Settat', 'الدار البيضاء - سطات', 'Casablanca-Settat'),
  ('marrakech-safi', 'Marrakech-Safi', 'مراكش - آسفي', 'Marrakech-Safi'),
  ('draa-tafilalet', 'Drâa-Tafilalet', 'درعة - تافيلالت', 'Drâa-Tafilalet'),
  ('souss-massa', 'Souss-Massa', 'سوس - ماسة', 'Souss-Massa'),
  ('guelmim-oued-noun', 'Guelmim-Oued Noun', 'كلميم - واد نون', 'Guelmim-Oued Noun'),
  ('laayoune-sakia-el-hamra', 'Laâyoune-Sakia El Hamra', 'العيون - الساقية الحمراء', 'Laâyoune-Sakia El Hamra'),
  ('dakhla-oued-ed-dahab', 'Dakhla-Oued Ed-Dahab', 'الداخلة - وادي الذهب', 'Dakhla-Oued Ed-Dahab')
) as region (id, fr, ar, en)
on conflict (id) do nothing;
